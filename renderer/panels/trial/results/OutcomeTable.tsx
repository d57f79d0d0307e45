// Comparisons of treatment and control as the published trials have them: means, difference, change, test and effect size.

import type { Comparison } from "../../../../core/trial/evaluate/trialEvaluation.ts";
import { changeInWords, comparisonInWords, meanInWords, testInWords } from "../../../../core/trial/report/comparisonInWords.ts";
import { count, pValue, signed } from "../../../ui/format.ts";
import { Explained } from "../../../ui/Tip.tsx";

const MEASURES: Readonly<Record<Comparison["measure"], string>> = {
  prevalence: "Share of location-days with at least one incident, and how many they are.",
  count: "Incidents per location-day, and how many they are.",
  harm: "Days of imprisonment per location-day, and how many they are.",
  dosage: "Mean per location-day, and the total.",
};

interface Props {
  readonly name: string;
  readonly comparisons: readonly Comparison[];
}

export function OutcomeTable({ name, comparisons }: Props) {
  return (
    <table className="table tight" aria-label={name}>
      <thead>
        <tr>
          <th scope="col"><Explained text="Prevalence, count and harm are different things: a change is always told with its measure.">Measure</Explained></th>
          <th scope="col" className="number">Treatment</th>
          <th scope="col" className="number">Control</th>
          <th scope="col" className="number"><Explained text="treatment / control − 1">Change</Explained></th>
          <th scope="col" className="number"><Explained text="Of the test that stands below: were treatment without effect, how often would the arms differ at least so much?">p</Explained></th>
        </tr>
      </thead>
      {comparisons.map((comparison, i) => (
        <tbody key={`${comparison.outcome} ${comparison.measure}`}>
          {comparisons[i - 1]?.outcome !== comparison.outcome && <tr><th scope="rowgroup" colSpan={5} className="outcome">{comparison.outcome}</th></tr>}
          <Rows comparison={comparison} />
        </tbody>
      ))}
    </table>
  );
}

/** The numbers, and below them what they are made with. */
function Rows({ comparison }: { readonly comparison: Comparison }) {
  const { measure, treatment, control, test, otherTests = [], effects, differenceInterval, cautions, change } = comparison;
  const said = comparisonInWords(comparison);
  const [effect] = effects;
  return (
    <>
      <tr>
        <th scope="row"><Explained text={MEASURES[measure]}>{measure}</Explained></th>
        {[treatment, control].map((arm, i) => <td key={i} className="number">{meanInWords(arm, measure)}<br /><span className="muted">{count(arm.total)}</span></td>)}
        <td className="number">{changeInWords(change, measure).replace(` (${measure})`, "")}</td>
        <td className="number">{pValue(test.p)}</td>
      </tr>
      <tr>
        <td colSpan={5} className="wrap muted">
          {said.difference}{differenceInterval && <> (<Explained text={`Interval of the difference: ${differenceInterval.method}.`}>{said.interval}</Explained>)</>};{" "}
          <Explained text={[test, ...otherTests].map(testInWords).join("\n")}>{`${testInWords(test)}${effect ? ";" : "."}`}</Explained>{" "}
          {effect && <Explained text={effects.map(({ name, value, formula }) => `${name} ${signed(value, 4)}: ${formula}`).join("\n")}>{`${said.effect}.`}</Explained>}
          {cautions.map((caution) => <span key={caution} className="caution">{caution}</span>)}
        </td>
      </tr>
    </>
  );
}
