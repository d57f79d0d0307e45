// What it costs to go by an old map: AUC of blocks on maps that were made so many blocks before (Delhi paper, Figure 13).

import type { ShownBacktest } from "../../shownResults.ts";
import { Scroll } from "../../ui/Scroll.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { decimal } from "../../ui/format.ts";
import { shortName } from "./backtestPart.ts";

const LOSS = "AUC with an updated map less AUC with the old one, over the same blocks: mean and 95 % bootstrap interval over blocks.";

export function SkipsView({ backtest }: { readonly backtest: ShownBacktest }) {
  const { skips } = backtest;
  if (skips.every(({ skip }) => skip === 0)) return null;
  const number = (value: number | null): string => (value === null ? "–" : decimal(value, 3));
  return (
    <details className="section">
      <summary>The cost of old maps</summary>
      <Scroll name="AUC on old maps">
        <table className="table tight" aria-label="AUC on old maps">
          <thead>
            <tr>
              <th scope="col">Model</th>
              <th scope="col" className="number">Old by</th>
              <th scope="col" className="number">AUC</th>
              <th scope="col" className="number">10 to 90 %</th>
              <th scope="col" className="number"><Explained text={LOSS}>Loss</Explained></th>
            </tr>
          </thead>
          <tbody>
            {skips.map(({ model, skip, mean, p10, p90, loss }) => (
              <tr key={`${model} ${skip}`}>
                <th scope="row">{shortName(model)}</th>
                <td className="number">{skip}</td>
                <td className="number">{number(mean)}</td>
                <td className="number">{number(p10)} to {number(p90)}</td>
                <td className="number" title={loss ? `${decimal(loss.low, 3)} to ${decimal(loss.high, 3)}` : ""}>{loss ? decimal(loss.mean, 3) : "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
