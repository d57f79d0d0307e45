// Treatment against control for every series of activity: means per location-day, t-test, effect size.

import "../tables/tables.css";
import type { Dosage } from "../../../../core/trial/dosage/dosage.ts";
import type { Comparison } from "../../../../core/trial/evaluate/trialEvaluation.ts";
import { Scroll } from "../../../ui/Scroll.tsx";
import { Explained } from "../../../ui/Tip.tsx";
import { count, decimal, percent, pValue, signed } from "../../../ui/format.ts";

export function DeliveryTable({ dosage: { comparisons, series }, level }: { readonly dosage: Dosage; readonly level: number }) {
  if (comparisons.length === 0) return null;
  return (
    <div className="section">
      <h3>Treatment against control</h3>
      <Scroll name="Activity of treatment and control days">
        <table className="table tight results" aria-label="Activity of treatment and control days">
          <thead>
            <tr>
              <th scope="col">Per location-day</th>
              <th scope="col" className="number">Treatment</th>
              <th scope="col" className="number">Control</th>
              <th scope="col" className="number"><Explained text="Of Welch's t-test, two-sided: means of location-days, taken as independent.">p</Explained></th>
            </tr>
          </thead>
          <tbody>
            {comparisons.map((one) => <Row key={one.outcome} comparison={one} level={level} definition={series.find(({ name }) => name === one.outcome)!.definition} />)}
          </tbody>
        </table>
      </Scroll>
      {[...new Set(comparisons.flatMap(({ cautions }) => cautions))].map((caution) => <p key={caution} className="muted hint">{caution}</p>)}
    </div>
  );
}

function Row({ comparison: { outcome, treatment, control, difference, differenceInterval: within, test, effects }, level, definition }: { readonly comparison: Comparison; readonly level: number; readonly definition: string }) {
  const [effect] = effects;
  const ends = within && `${signed(within.low, 2)} to ${signed(within.high, 2)}`;
  return (
    <>
      <tr>
        <th scope="row"><Explained text={definition}>{outcome}</Explained></th>
        <td className="number" title={`${count(treatment.locationDays)} location-days, standard deviation ${decimal(treatment.sd ?? 0, 2)}`}>{decimal(treatment.mean, 3)}</td>
        <td className="number" title={`${count(control.locationDays)} location-days, standard deviation ${decimal(control.sd ?? 0, 2)}`}>{decimal(control.mean, 3)}</td>
        <td className="number" title={`${test.name}: t = ${decimal(test.statistic, 2)}, ${decimal(test.df ?? 0, 0)} degrees of freedom`}>{pValue(test.p)}</td>
      </tr>
      <tr className="reason">
        <td colSpan={4} className="muted">
          treatment − control {signed(difference, 2)}{within && <>{" "}<Explained text={`${percent(1 - level, 0)} interval, ${within.method}`}>{`(${ends})`}</Explained></>}; <Explained text={effect.formula}>{`d = ${decimal(effect.value, 3)}`}</Explained>
        </td>
      </tr>
    </>
  );
}
