// Why a cell has its value: the blocks and the past events that it is a sum over, the largest first.

import { eventName, largest } from "../../actions/explainForecast.ts";
import { changeView } from "../../actions/forecastView.ts";
import type { ForecastView } from "../../forecastView.ts";
import { density } from "../../layers/forecastLegend.ts";
import type { ShownForecast } from "../../shownResults.ts";
import { Button } from "../../ui/Button.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, percent } from "../../ui/format.ts";

const LISTED = 8;
const SHARES =
  "The density of the cell is a sum over past events, each with the weight of its block and the part of its kernel in this cell and window (eq. 24, 25). A share is its term over the sum.";
const CLASSES = ["among the first 20 % of the cells", "among the next 20 %", "not among the first 40 %"];

export function CellExplanationView({ forecast, view }: { readonly forecast: ShownForecast; readonly view: ForecastView }) {
  const { explained } = view;
  if (!explained) {
    return <div className="section"><p className="muted hint">Click a cell on the map to see which past events and blocks give it its value.</p></div>;
  }
  const { cell, perKm2, blocks, events } = explained;
  const surfaceClass = forecast.windows[view.window].classes[cell];
  const named = events.reduce((sum, { share }) => sum + share, 0);
  return (
    <div className="section" role="region" aria-label="Why this cell" data-testid="explanation">
      <h3>
        Why this cell
        <span className="spring" />
        <Button look="quiet" onPress={() => changeView({ explained: null })}>Close</Button>
      </h3>
      <dl className="facts">
        <dt>Density per km²</dt><dd>{density(perKm2)}</dd>
        <dt>Class</dt><dd>{CLASSES[surfaceClass] ?? "does not count"}</dd>
      </dl>
      <ShareTable head="Block" caption="Blocks by share" rows={largest(blocks, LISTED)} rest={blocks.length - LISTED} />
      <ShareTable head="Past event" caption="Past events by share" rows={largest(events, LISTED).map((event) => ({ name: eventName(event), share: event.share }))} rest={events.length - LISTED} />
      <p className="muted hint">
        <Explained text={SHARES}>The marked events</Explained> give {percent(named, 0)} of the value.
      </p>
    </div>
  );
}

interface ShareTableProps {
  readonly head: string;
  readonly caption: string;
  readonly rows: readonly { readonly name: string; readonly share: number }[];
  readonly rest: number;
}

function ShareTable({ head, caption, rows, rest }: ShareTableProps) {
  const most = rows.reduce((found, { share }) => Math.max(found, share), 0);
  return (
    <table className="table shares" aria-label={caption}>
      <thead><tr><th scope="col">{head}</th><th scope="col">Share</th></tr></thead>
      <tbody>
        {rows.map(({ name, share }, i) => (
          <tr key={i}>
            <td>{name}</td>
            <td className="share">
              {percent(share)}
              <span className="share-bar" style={{ width: `${most > 0 ? (80 * share) / most : 0}px` }} />
            </td>
          </tr>
        ))}
        {rest > 0 && <tr><td className="muted" colSpan={2}>and {count(rest)} more</td></tr>}
      </tbody>
    </table>
  );
}
