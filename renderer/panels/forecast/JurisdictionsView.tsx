// Events of each jurisdiction in the last blocks: how much its share of the work moves (Delhi paper, Table 7).

import { useMemo, useState } from "react";
import { countsByArea } from "../../../core/forecast/evaluate/countsByArea.ts";
import { eventsInWindow } from "../../../core/forecast/events.ts";
import { namedAreas } from "../../../core/formats/namedAreas.ts";
import { windowInWords } from "../../../core/forecast/windowInWords.ts";
import type { ForecastView } from "../../forecastView.ts";
import type { ShownForecast } from "../../shownResults.ts";
import { useStore } from "../../store.ts";
import { Choice } from "../../ui/Choice.tsx";
import { count } from "../../ui/format.ts";
import { Scroll } from "../../ui/Scroll.tsx";

/** As many blocks as the paper's table has. */
const BLOCKS = 10;

export function JurisdictionsView({ forecast, view }: { readonly forecast: ShownForecast; readonly view: ForecastView }) {
  const layers = useStore((state) => state.contextLayers);
  const plane = useStore((state) => state.plane);
  const [chosen, setChosen] = useState("");
  const withAreas = useMemo(
    () => (plane ? layers.map((layer) => ({ layer, areas: namedAreas(layer.data, plane) })).filter(({ areas }) => areas.length > 0) : []),
    [layers, plane],
  );
  const areas = withAreas.find(({ layer }) => layer.id === chosen)?.areas;
  const { window, source } = forecast.windows[view.window];
  // The newest first: it is what one looks for.
  const starts = forecast.starts.slice(-BLOCKS).toReversed();
  const table = useMemo(
    () => areas && countsByArea(areas, forecast.sources[source].blocks.slice(-starts.length).toReversed().map((block) => eventsInWindow(block, window))),
    [areas, forecast, source, window, starts.length],
  );
  return (
    <details className="section">
      <summary>Events by jurisdiction</summary>
      {withAreas.length === 0 ? (
        <p className="muted hint">Add a layer of areas (districts, beats) to count the events of the last {BLOCKS} blocks in each.</p>
      ) : (
        <Choice label="Areas" value={chosen} options={withAreas.map(({ layer }) => ({ value: layer.id, label: layer.name }))} onChange={setChosen} />
      )}
      {areas && table && (
        <Scroll name="Events by jurisdiction">
          <table className="table" aria-label="Events by jurisdiction">
            <thead>
              <tr>
                <th scope="col">{windowInWords(window)}</th>
                {starts.map((start) => <th key={start} scope="col" className="number">{dayAndMonth(start)}</th>)}
              </tr>
            </thead>
            <tbody>
              {areas.map(({ name }, i) => (
                <tr key={i}>
                  <td>{name}</td>
                  {table.counts[i].map((n, block) => <td key={block} className="number">{count(n)}</td>)}
                </tr>
              ))}
              <tr>
                <td className="muted">in none</td>
                {table.outside.map((n, block) => <td key={block} className="number muted">{count(n)}</td>)}
              </tr>
            </tbody>
          </table>
        </Scroll>
      )}
    </details>
  );
}

/** "16/12". */
function dayAndMonth(ms: number): string {
  const date = new Date(ms);
  return `${date.getUTCDate()}/${date.getUTCMonth() + 1}`;
}
