// What follows the main tables: how the difference grew, hour by hour, displacement in the rings, subgroups.

import { useCallback } from "react";
import { cumulativeDifference } from "../../../../core/trial/charts/cumulativeDifference.ts";
import { hoursChart } from "../../../../core/trial/charts/hoursChart.ts";
import { forestPlot } from "../../../../core/trial/charts/forestPlot.ts";
import type { CumulativeDays, HourComparison, RingEvaluation, SubgroupEvaluation, TrialEvaluation } from "../../../../core/trial/evaluate/trialEvaluation.ts";
import { between } from "../../../../core/trial/report/comparisonInWords.ts";
import { Explained } from "../../../ui/Tip.tsx";
import { count, decimal, pInWords, signed } from "../../../ui/format.ts";
import { TrialChart } from "../TrialChart.tsx";
import { OutcomeTable } from "./OutcomeTable.tsx";

export function CumulativeSection({ found: { cumulative }, first }: { readonly found: TrialEvaluation; readonly first: number }) {
  return (
    <details className="section">
      <summary>Day by day</summary>
      {cumulative.map((days) => <Cumulative key={days.outcome} days={days} first={first} />)}
    </details>
  );
}

function Cumulative({ days, first }: { readonly days: CumulativeDays; readonly first: number }) {
  return <TrialChart name={`cumulative difference, ${days.outcome}`} draw={useCallback((width: number) => cumulativeDifference({ days, first, width }), [days, first])} />;
}

export function HoursSection({ found: { byHour } }: { readonly found: TrialEvaluation }) {
  return (
    <details className="section">
      <summary>Hour by hour</summary>
      {byHour?.map(({ outcome, hours }) => <Hours key={outcome} outcome={outcome} hours={hours} />) ?? <p className="muted">The incidents’ times do not say the hour.</p>}
    </details>
  );
}

function Hours({ outcome, hours }: { readonly outcome: string; readonly hours: readonly HourComparison[] }) {
  return (
    <>
      <TrialChart name={`hours, ${outcome}`} draw={useCallback((width: number) => hoursChart({ outcome, hours, width }), [outcome, hours])} />
      <details>
        <summary>Counts and intervals</summary>
        <table className="table tight" aria-label={`${outcome} by hour`}>
          <thead>
            <tr><th scope="col">Hour</th><th scope="col" className="number">Treatment</th><th scope="col" className="number">Control</th><th scope="col" className="number"><Explained text="Incidents per 1,000 location-days, treatment minus control, with the interval (normal, Welch’s standard error).">Difference</Explained></th></tr>
          </thead>
          <tbody>
            {hours.map(({ hour, incidents, difference, interval }) => (
              <tr key={hour}>
                <th scope="row">{String(hour).padStart(2, "0")}:00</th>
                <td className="number">{count(incidents.treatment)}</td>
                <td className="number">{count(incidents.control)}</td>
                <td className="number">{perThousand(difference)}{interval && <span className="muted"> ({between(interval, perThousand)})</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

const perThousand = (value: number): string => signed(1000 * value, 1);

const WDD = "(T/n − C/n) in the units + (T/n − C/n) in the rings, incidents per location-day: the weighted displacement difference with treatment days in the place of after and control days of before. Its variance takes incidents as independent (Wheeler and Ratcliffe 2018).";
const WDQ = "Difference in the rings / difference in the units: the weighted displacement quotient, told only where the units had less on treatment days (Bowers and Johnson 2003). It has no interval: go by the difference.";

export function RingsSection({ found: { rings } }: { readonly found: TrialEvaluation }) {
  return (
    <details className="section">
      <summary>Displacement and diffusion</summary>
      {rings.length === 0 ? <p className="muted">No rings were counted.</p> : rings.map((ring) => <Ring key={ring.outcome} ring={ring} />)}
    </details>
  );
}

function Ring({ ring: { outcome, width, comparison, wdd, wdq, inWords } }: { readonly ring: RingEvaluation }) {
  return (
    <>
      <h4>{outcome}, rings of {count(width)} m</h4>
      <p>{inWords}</p>
      <OutcomeTable name={`${outcome} in the rings`} comparisons={[comparison]} />
      <dl className="facts">
        <dt><Explained text={WDD}>Units and rings together</Explained></dt>
        <dd>{signed(wdd.value, 3)}<span className="interval muted">{between(wdd.interval, (value) => signed(value, 3))}</span></dd>
        <dt>z, p</dt><dd>{signed(wdd.z, 2)}, {pInWords(wdd.p)}</dd>
        <dt><Explained text={WDQ}>Quotient</Explained></dt><dd>{wdq.quotient === null ? "–" : signed(wdq.quotient, 2)}</dd>
      </dl>
      <p className="muted hint">{wdq.quotient === null ? wdq.reading : `The quotient by itself, without its uncertainty: ${wdq.reading.charAt(0).toLowerCase()}${wdq.reading.slice(1)}`}</p>
    </>
  );
}

export function SubgroupsSection({ found: { subgroups } }: { readonly found: TrialEvaluation }) {
  return (
    <details className="section">
      <summary>Subgroups</summary>
      {subgroups.length === 0
        ? <p className="muted">None was declared. One that is thought of after the results proves nothing.</p>
        : subgroups.map((one) => <Subgroup key={`${one.name} ${one.outcome}`} one={one} />)}
    </details>
  );
}

function Subgroup({ one }: { readonly one: SubgroupEvaluation }) {
  const { name, outcome, units, inside, outside, interaction } = one;
  const draw = useCallback(
    (width: number) => forestPlot({
      rows: [[name, inside], ["All others", outside]].flatMap(([label, rate]) => (rate && typeof rate !== "string" ? [{ name: label as string, ratio: rate.ratio, interval: rate.interval }] : [])),
      what: outcome,
      width,
    }),
    [name, outcome, inside, outside],
  );
  return (
    <>
      <h4>{name} ({count(units)} units), {outcome}</h4>
      {inside || outside ? <TrialChart name={`subgroup ${name}, ${outcome}`} draw={draw} /> : <p className="muted">Too few events for a model.</p>}
      <p>{interaction ? `Ratio of the ratios ${decimal(interaction.ratio, 3)} (${between(interaction.interval, (value) => decimal(value, 3))}), ${pInWords(interaction.p)} that they are the same.` : "Whether they differ could not be tested."}</p>
    </>
  );
}
