// Treatment against control: the primary outcome, the table of outcomes, and everything that a journal would ask for.

import "./results.css";
import { useCallback } from "react";
import { armsChart } from "../../../core/trial/charts/armsChart.ts";
import { comparisonsCsv } from "../../../core/trial/evaluate/comparisonsCsv.ts";
import { scheduleInForce } from "../../../core/trial/schedule/scheduleInForce.ts";
import { EVALUATION_JOB, evaluationChanged, runEvaluation } from "../../actions/evaluation.ts";
import { attempt } from "../../actions/messages.ts";
import { saveFile } from "../../actions/saveFile.ts";
import type { ShownEvaluation } from "../../shownEvaluation.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { count } from "../../ui/format.ts";
import { CumulativeSection, HoursSection, RingsSection, SubgroupsSection } from "./results/ExploratorySections.tsx";
import { FlowSection } from "./results/FlowSection.tsx";
import { RandomisationSection, RatesSection } from "./results/InferenceSections.tsx";
import { OutcomeTable } from "./results/OutcomeTable.tsx";
import { PerProtocolSection } from "./results/PerProtocolSection.tsx";
import { PrimaryResult } from "./results/PrimaryResult.tsx";
import { TrialChart } from "./TrialChart.tsx";

export function ResultsPage() {
  const shown = useStore((state) => state.evaluation);
  return (
    <>
      <RunSection />
      {shown && <Results shown={shown} />}
    </>
  );
}

function RunSection() {
  const hasIncidents = useStore((state) => state.incidents !== null);
  const schedule = useStore((state) => scheduleInForce(state.schedules));
  const running = useStore((state) => state.jobs.some(({ title }) => title === EVALUATION_JOB));
  // A string, so that the selector's answer can be compared.
  const changed = useStore((state) => evaluationChanged(state).join(" and "));
  if (!hasIncidents) return <div className="empty"><p>Load incidents first; then treatment can be compared with control.</p></div>;
  if (!schedule) return <div className="empty"><p>Seal a schedule first, or bring one in, on the Schedule page; then treatment can be compared with control.</p></div>;
  return (
    <div className="section">
      <h3>Treatment against control</h3>
      <p className="muted hint">Schedule version {count(schedule.version)}, SHA-256 {schedule.hash.slice(0, 12)} …: {count(schedule.protocol.units.length)} units on {count(schedule.protocol.days)} days.</p>
      {changed !== "" && <p className="notice" role="status">Stale: {changed} changed since it was made.</p>}
      <div className="actions">
        <Button look="primary" isDisabled={running} onPress={() => void attempt(EVALUATION_JOB, runEvaluation)}>{running ? "Being evaluated …" : "Evaluate the trial"}</Button>
      </div>
    </div>
  );
}

function Results({ shown: { found, protocol } }: { readonly shown: ShownEvaluation }) {
  const { interim, comparisons, cautions, primary } = found;
  const arms = useCallback((width: number) => armsChart({ comparisons, measure: primary.measure, width }), [comparisons, primary]);
  const save = (): Promise<void> => saveFile(`${protocol.title} outcomes.csv`, new TextEncoder().encode(comparisonsCsv(comparisons)));
  return (
    <div className="trial-results">
      <div className="section" aria-label="Primary outcome" role="region">
        <h3>Primary outcome: {primary.outcome}</h3>
        {interim && <p className="notice" role="status">Interim, day {count(interim.day)} of {count(interim.of)}: each look before the end is one more chance of a false alarm.</p>}
        <PrimaryResult found={found} />
      </div>
      <div className="section">
        <h3>Outcomes, as drawn (intention to treat)</h3>
        <OutcomeTable name="Outcomes" comparisons={comparisons} />
        <div className="actions"><Button onPress={() => void attempt("Saving the table", save)}>Save as CSV</Button></div>
        <TrialChart name="treatment against control" draw={arms} />
      </div>
      {cautions.length > 0 && (
        <div className="section">
          <h3>Cautions</h3>
          <ul className="notes">{cautions.map((caution) => <li key={caution}>{caution}</li>)}</ul>
        </div>
      )}
      <RandomisationSection found={found} />
      <RatesSection found={found} />
      <PerProtocolSection found={found.perProtocol} />
      <CumulativeSection found={found} first={protocol.first} />
      <HoursSection found={found} />
      <RingsSection found={found} />
      <SubgroupsSection found={found} />
      <FlowSection found={found} />
    </div>
  );
}
