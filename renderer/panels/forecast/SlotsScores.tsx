// How well the slots were predicted: mean AUC over slots with incidents, by block of the day, beside a random order.

import type { SlotScore } from "../../../core/forecast/slots/slotScores.ts";
import { BarChart } from "../../charts/BarChart.tsx";
import { SLOT_NAMES } from "../../../core/forecast/slots/slots.ts";
import { blockHours } from "../../../core/forecast/slots/slotInWords.ts";
import type { ShownSlots } from "../../shownSlots.ts";
import { Explained } from "../../ui/Tip.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { count, decimal } from "../../ui/format.ts";

const AUC =
  "Mean over slots with incidents of the area under the event-area curve, AUC = Σ ½ (s(A_l−1) + s(A_l)) a_l: tiles in order of the prediction, s the share of the slot's incidents in the first l of them, by the trapezoid rule, ties averaged (Brandt et al. 2022, 3.1 and Table 3). " +
  "Slots without an incident have no curve and are left out. The interval is a bootstrap over slots.";
const FLOOR = "The same mean for tiles in random order, with the same seed (Brandt et al. 2022, Table 3): about 0.5 whatever the city. What is above it is skill.";

export function SlotsScores({ shown }: { readonly shown: ShownSlots }) {
  const [all, ...blocks] = shown.scores;
  const known = blocks.flatMap(({ block, auc }) => (block !== null && auc ? [{ block, auc }] : []));
  return (
    <div className="section">
      <h3>How well, in slots that have passed</h3>
      <dl className="facts">
        <dt><Explained text={AUC}>Mean AUC, 95 % interval</Explained></dt>
        <dd>{all.auc ? <>{decimal(all.auc.mean, 3)}<span className="muted interval">{decimal(all.auc.low, 3)} to {decimal(all.auc.high, 3)}</span></> : "none: no incident"}</dd>
        <dt><Explained text={FLOOR}>Tiles in random order</Explained></dt>
        <dd>{all.floor === null ? "–" : decimal(all.floor, 3)}</dd>
      </dl>
      <Scroll name="AUC by block of the day">
        <table className="table tight" aria-label="AUC by block of the day">
          <thead>
            <tr>
              <th scope="col">Block</th>
              <th scope="col" className="number"><Explained text="Slots with an incident on the tiles, of all predicted ones.">slots</Explained></th>
              <th scope="col" className="number"><Explained text="Incidents on the tiles in the predicted slots.">incidents</Explained></th>
              <th scope="col" className="number"><Explained text={AUC}>AUC</Explained></th>
              <th scope="col" className="number"><Explained text={FLOOR}>random</Explained></th>
            </tr>
          </thead>
          <tbody>{[...blocks, all].map((score) => <Row key={score.block ?? "all"} score={score} />)}</tbody>
        </table>
      </Scroll>
      {known.length > 0 && (
        <BarChart
          title="Mean AUC by block of the day"
          description={`Bars are means over slots with incidents, lines 95 % bootstrap intervals; the dashed line is the mean of a random order, ${all.floor === null ? "" : decimal(all.floor, 3)}.`}
          x={{ label: "block of four hours, from", from: -0.5, to: 5.5, ticks: blocks.map((_, i) => i), format: (block) => blockHours(block).slice(0, 5) }}
          y={{ label: "Mean AUC", from: 0, to: 1 }}
          bars={known.map(({ block, auc: { mean, low, high } }) => ({ at: block, value: mean, low, high, name: `${SLOT_NAMES[block]} ${blockHours(block)}` }))}
          reference={all.floor ?? undefined}
        />
      )}
      {known.length > 0 && <p className="muted hint">Dashed: tiles in random order. Lines: 95 % intervals.</p>}
    </div>
  );
}

function Row({ score: { block, slots, withEvents, events, auc, floor } }: { readonly score: SlotScore }) {
  return (
    <tr>
      <th scope="row" title={block === null ? "" : blockHours(block)}>{block === null ? "All" : SLOT_NAMES[block]}</th>
      <td className="number">{count(withEvents)}/{count(slots)}</td>
      <td className="number">{count(events)}</td>
      <td className="number" title={auc ? `95 % interval of the mean: ${decimal(auc.low, 3)} to ${decimal(auc.high, 3)}` : ""}>{auc ? decimal(auc.mean, 3) : "–"}</td>
      <td className="number">{floor === null ? "–" : decimal(floor, 3)}</td>
    </tr>
  );
}
