// What changes from one class map to the other: new and dropped cells, and the 3 × 3 transition matrix.

import { transitionMatrix } from "../../../core/forecast/evaluate/transitionMatrix.ts";
import { comparedWith, type ForecastView } from "../../forecastView.ts";
import type { ShownForecast } from "../../shownResults.ts";
import { Explained } from "../../ui/Tip.tsx";
import { count, percent } from "../../ui/format.ts";

const NAMES = ["First 20 %", "Next 20 %", "Other"];
const MATRIX = "Of the cells that were in the class of the row, the share that is in the class of the column now (Delhi paper, Table 11).";

export function ChangeView({ forecast, view }: { readonly forecast: ShownForecast; readonly view: ForecastView }) {
  const other = comparedWith(forecast, view);
  if (!other?.sameCells) return null;
  const at = (classes: Uint8Array): Uint8Array => Uint8Array.from(forecast.cells, (cell) => Math.min(classes[cell], 2));
  const { counts, rowShares, newCells, droppedCells } = transitionMatrix(at(other.window.classes), at(forecast.windows[view.window].classes));
  const cells = forecast.cells.length;
  return (
    <div className="section">
      <h3>Change</h3>
      <dl className="facts">
        <dt>New in the first 40 %</dt><dd>{count(newCells.length)} cells, {percent(newCells.length / cells)}</dd>
        <dt>Dropped from them</dt><dd>{count(droppedCells.length)} cells, {percent(droppedCells.length / cells)}</dd>
      </dl>
      <table className="table" aria-label="Transitions between classes">
        <thead>
          <tr>
            <th scope="col"><Explained text={MATRIX}>Was, and is now</Explained></th>
            {NAMES.map((name) => <th key={name} scope="col" className="number">{name}</th>)}
          </tr>
        </thead>
        <tbody>
          {NAMES.map((name, row) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {rowShares[row].map((share, column) => (
                <td key={column} className="number" title={`${count(counts[row][column])} cells`}>{share === null ? "–" : percent(share)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
