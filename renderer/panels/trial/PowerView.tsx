// What a trial could detect: the verdict, formulas and simulations side by side, why they differ, curves over hotspots and days.

import "./powerPage.css";
import { useState } from "react";
import type { Measure } from "../../../core/trial/protocol.ts";
import { fallInWords } from "../../../core/trial/power/powerVerdict.ts";
import type { MeasurePower, PowerAnswer, PowerCurve, TrialPower } from "../../../core/trial/power/trialPower.ts";
import { LineChart } from "../../charts/LineChart.tsx";
import { percentTick } from "../../charts/percentTick.ts";
import type { ShownPower } from "../../shownPower.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Segments } from "../../ui/Choice.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, decimal, percent } from "../../ui/format.ts";
import { pastInWords } from "./pastInWords.ts";

const LABELS: Readonly<Record<Measure, string>> = { prevalence: "Prevalence", count: "Count", harm: "Harm" };
const MEANS: Readonly<Record<Measure, string>> = { prevalence: "Location-days with an incident", count: "Incidents a location-day", harm: "Days of harm a location-day" };

const SMALLEST = "The least fall on patrolled location-days that is detected with the power asked for: treatment minus control, as a share of what would have happened.";
const FALSE_ALARMS = "False alarms: of simulated trials in which nothing happens, those that the test rejects: it should be the level of the tests.";
const DISPERSION = "Variance ÷ mean of the past's location-days: 1 for Poisson counts.";
const BETWEEN = "Share of the variance that lies between hotspots: intraclass correlation by one-way analysis of variance.";
const BETWEEN_DAYS = "Share of the variance that lies between days, likewise.";
const DESIGN_EFFECT = "Variance of the difference of means by this trial's draw ÷ that of independent location-days: Σ n/(n − 1) Σ(v − v̄)² ÷ (N s²) over the blocks.";
const ADJUSTED = "The same after each hotspot's mean is taken away.";
const FIXED = "1 + (days − 1) × the share between hotspots: if each hotspot kept its arm for the whole trial.";
const HALF_WIDTH = "Half the width of the interval of treatment minus control ÷ control, if nothing happens: z √(s² × design effect × (1/n₁ + 1/n₂)) ÷ mean. A trial without effect cannot rule out falls up to it.";
const INCIDENTS = "Prevalence falls by less than incidents do, as some location-days have several: what fall in incidents is behind the smallest detectable fall in prevalence, Σ q^c ÷ location-days with c incidents.";

export function PowerView({ shown }: { readonly shown: ShownPower }) {
  const { found, outcome, past } = shown;
  const primary = useStore((state) => committedPlan(state).trial?.primary ?? "count");
  const [chosen, setChosen] = useState<Measure | null>(null);
  const stale = useStore((state) => (state.incidents?.table.length ?? 0) !== shown.known);
  const measures = found.measures.map(({ measure }) => measure);
  const of = found.measures.find(({ measure }) => measure === (chosen ?? primary)) ?? found.measures[0];
  return (
    <>
      <div className="section">
        <h3>{count(found.hotspots)} hotspots, {count(found.days)} days: {outcome}</h3>
        {stale && <p className="notice" role="status">Stale: the incidents changed since it was made.</p>}
        {measures.length > 1 && <Segments label="Measure" value={of.measure} options={measures.map((value) => ({ value, label: LABELS[value] }))} onChange={setChosen} />}
        <p className="verdict" role="status">{of.verdict}</p>
        <Answers of={of} found={found} />
        <p className="muted hint">
          {count(Math.round(found.treatment))} treatment and {count(Math.round(found.control))} control location-days; from {count(found.historyDays)} past days, {pastInWords(past)}.
        </p>
        <ByFall of={of} found={found} />
      </div>
      {of.byHotspots && of.byDays && (
        <div className="section">
          <h3>With more or fewer</h3>
          <Curve title="Smallest detectable fall by hotspots" size="hotspots, the fullest first" curve={of.byHotspots} />
          <Curve title="Smallest detectable fall by days" size="days" curve={of.byDays} />
        </div>
      )}
      <div className="section">
        <h3>Why they differ</h3>
        {of.why.map((words) => <p key={words} className="hint">{words}</p>)}
        <Facts of={of} found={found} />
      </div>
      <div className="section">
        <h3>To bear in mind</h3>
        {found.cautions.map((words) => <p key={words} className="notice">{words}</p>)}
      </div>
    </>
  );
}

function Answers({ of, found: { expectedFall, power } }: { readonly of: MeasurePower; readonly found: TrialPower }) {
  const rows = (answers: readonly PowerAnswer[]) =>
    answers.map(({ name, text, smallest, power: atFall, falseAlarms }) => (
      <tr key={name}>
        <th scope="row"><Explained text={text}>{name}</Explained></th>
        <td className="number">{smallest === null ? "none" : percent(smallest)}</td>
        <td className="number">{percent(atFall, 0)}</td>
        <td className="number">{falseAlarms === null ? "–" : percent(falseAlarms)}</td>
      </tr>
    ));
  return (
    <Scroll name="Formulas and simulations">
      <table className="table tight" aria-label="Smallest detectable fall and power">
        <thead>
          <tr>
            <th scope="col">{LABELS[of.measure]}</th>
            <th scope="col" className="number"><Explained text={SMALLEST}>smallest</Explained></th>
            <th scope="col" className="number"><Explained text={`Power: of trials in which patrols prevent ${fallInWords(expectedFall)}, those in which the fall is detected; ${percent(power, 0)} is asked for.`}>{`at ${fallInWords(expectedFall)}`}</Explained></th>
            <th scope="col" className="number"><Explained text={FALSE_ALARMS}>at 0</Explained></th>
          </tr>
        </thead>
        <tbody><tr><th scope="rowgroup" colSpan={4}>By formula</th></tr>{rows(of.formulas)}</tbody>
        <tbody><tr><th scope="rowgroup" colSpan={4}>By simulation, tested so</th></tr>{rows(of.simulations)}</tbody>
      </table>
    </Scroll>
  );
}

function ByFall({ of: { byFall, measure }, found: { expectedFall, power } }: { readonly of: MeasurePower; readonly found: TrialPower }) {
  const { falls, formula, simulated } = byFall;
  const last = falls[falls.length - 1];
  return (
    <LineChart
      title={`Power by the fall (${measure})`}
      description={`Simulated, ${percent(simulated[falls.indexOf(expectedFall)], 0)} of trials detect a fall of ${fallInWords(expectedFall)}.`}
      x={{ label: "fall", from: 0, to: last, format: percentTick }}
      y={{ label: "power", from: 0, to: 1, format: percentTick }}
      series={[
        { name: "simulated", x: falls, y: simulated },
        { name: "formula", x: falls, y: formula },
        { name: `asked for: ${percent(power, 0)}`, x: [0, last], y: [power, power], faint: true },
      ]}
    />
  );
}

/** Sizes at which even complete prevention is not detected have no point. */
function Curve({ title, size, curve: { sizes, formula, simulated } }: { readonly title: string; readonly size: string; readonly curve: PowerCurve }) {
  const series = ([["simulated", simulated], ["formula", formula]] as const).map(([name, values]) => {
    const points = values.flatMap((value, i) => (value === null ? [] : [{ x: sizes[i], y: value }]));
    return { name, x: points.map(({ x }) => x), y: points.map(({ y }) => y) };
  });
  const highest = Math.max(0.05, ...series.flatMap(({ y }) => y));
  return (
    <LineChart
      title={title}
      description={sizes.map((n, i) => `${n}: ${simulated[i] === null ? "none" : percent(simulated[i])}`).join(", ")}
      x={{ label: size, from: 0, to: sizes[sizes.length - 1], format: (n) => (Number.isInteger(n) ? count(n) : "") }}
      y={{ label: "smallest fall", from: 0, to: highest, format: percentTick }}
      series={series}
      listed={sizes}
    />
  );
}

function Facts({ of: { measure, history, halfWidth, daysNeeded, incidentsFall }, found }: { readonly of: MeasurePower; readonly found: TrialPower }) {
  return (
    <dl className="facts" aria-label="How the past varies">
      <dt>{MEANS[measure]}</dt><dd>{measure === "prevalence" ? percent(history.mean) : decimal(history.mean, 3)}</dd>
      {measure === "count" && <><dt><Explained text={DISPERSION}>Dispersion</Explained></dt><dd>{decimal(history.dispersion, 2)}</dd></>}
      <dt><Explained text={BETWEEN}>Variance between hotspots</Explained></dt><dd>{percent(history.betweenHotspots)}</dd>
      <dt><Explained text={BETWEEN_DAYS}>Variance between days</Explained></dt><dd>{percent(history.betweenDays)}</dd>
      <dt><Explained text={DESIGN_EFFECT}>Design effect of the draw</Explained></dt><dd>{decimal(history.designEffect, 3)}</dd>
      <dt><Explained text={ADJUSTED}>Hotspots adjusted</Explained></dt><dd>{decimal(history.adjustedDesignEffect, 3)}</dd>
      <dt><Explained text={FIXED}>Were arms fixed</Explained></dt><dd>{decimal(history.fixedArmsDesignEffect, 1)}</dd>
      <dt><Explained text={HALF_WIDTH}>Not ruled out, if nothing happens</Explained></dt><dd>± {percent(halfWidth)}</dd>
      {incidentsFall !== null && <><dt><Explained text={INCIDENTS}>Fall in incidents behind it</Explained></dt><dd>{percent(incidentsFall)}</dd></>}
      <dt>Days for {fallInWords(found.expectedFall)} with {percent(found.power, 0)} power</dt><dd>{daysNeeded === null ? "over ten years" : count(daysNeeded)}</dd>
    </dl>
  );
}
