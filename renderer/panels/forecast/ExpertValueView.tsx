// What simulated experts were worth: AUC by share, radius and window, and the gain (Delhi paper, Table 6).

import type { ExpertValueEntry } from "../../../core/forecast/expert/expertValue.ts";
import { dayInWords, windowInWords } from "../../../core/forecast/windowInWords.ts";
import { sameFilter } from "../../../core/incidents/sameFilter.ts";
import { exportExpertValue } from "../../actions/expertValue.ts";
import { attempt } from "../../actions/messages.ts";
import type { ShownExpertValue } from "../../shownResults.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, decimal, signed } from "../../ui/format.ts";

const DAY = 86_400_000;
const OVERALL = "Area under the event-area curve, trapezoid rule, of the density averaged over each cell: the mean over windows, blocks and experts.";
const GAIN = "AUC less that without an expert on the same blocks and windows, in points: 1 is 0.01 of AUC, what Table 6 of the Delhi paper calls 1 %.";

export function ExpertValueView({ shown }: { readonly shown: ShownExpertValue }) {
  const stale = useStore((state) => !sameFilter(shown.filter, state.filter) || state.incidents?.table.length !== shown.known);
  const { entries, plan, tested, happened, studyRule } = shown;
  const windows = [...plan.windows.keys()];
  const rows = entries.filter(({ window }) => window === null);
  const aucOf = ({ share, radius }: ExpertValueEntry, window: number): number | null =>
    entries.find((one) => one.share === share && one.radius === radius && one.window === window)?.auc ?? null;
  const number = (value: number | null): string => (value === null ? "–" : decimal(value, 3));
  return (
    <>
      <h3>{dayInWords(tested.from)} to {dayInWords(tested.to - DAY)}</h3>
      {stale && <p className="notice" role="status">Stale: the filter or the incidents changed since it was made.</p>}
      <p className="muted hint">
        Model {plan.model}, {count(happened)} incidents in {count(plan.testBlocks)} {plan.testBlocks === 1 ? "block" : "blocks"}, {count(plan.repetitions)} {plan.repetitions === 1 ? "expert" : "experts"} of each kind, seed {plan.seed}. {studyRule}.
      </p>
      <Scroll name="AUC by what an expert knows">
        <table className="table tight" aria-label="AUC by what an expert knows">
          <thead>
            <tr>
              <th scope="col">Expert knows</th>
              <th scope="col" className="number"><Explained text={OVERALL}>Overall</Explained></th>
              <th scope="col" className="number"><Explained text={GAIN}>Points</Explained></th>
              {windows.map((window) => <th key={window} scope="col" className="number">{windowInWords(plan.windows[window])}</th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map((entry) => (
              <tr key={`${entry.share} ${entry.radius}`}>
                <th scope="row">{entry.share === null ? "nothing" : `${decimal(100 * entry.share, 0)} % in ${entry.radius} m`}</th>
                <td className="number">{number(entry.auc)}</td>
                <td className="number">{entry.gain === null ? "–" : signed(100 * entry.gain, 1)}</td>
                {windows.map((window) => <td key={window} className="number">{number(aucOf(entry, window))}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <div className="actions"><Button onPress={() => void attempt("Exporting", () => exportExpertValue(shown))}>Export the values as CSV</Button></div>
    </>
  );
}
