// How many took part, and how every number was made.

import type { TrialEvaluation } from "../../../../core/trial/evaluate/trialEvaluation.ts";
import { count } from "../../../ui/format.ts";

export function FlowSection({ found: { flow, conventions } }: { readonly found: TrialEvaluation }) {
  const { units, daysPlanned, daysAnalysed, allocated, delivered, analysed, incidents } = flow;
  const arms = ({ treatment, control }: { readonly treatment: number; readonly control: number }): string => `${count(treatment)} / ${count(control)}`;
  return (
    <details className="section">
      <summary>Flow and conventions</summary>
      <dl className="facts">
        <dt>Units</dt><dd>{count(units)}</dd>
        <dt>Days analysed, of</dt><dd>{count(daysAnalysed)}, {count(daysPlanned)}</dd>
        <dt>Location-days allocated, treatment / control</dt><dd>{arms(allocated)}</dd>
        <dt>With a full patrol</dt><dd>{delivered ? arms(delivered) : "not known"}</dd>
        <dt>Analysed</dt><dd>{arms(analysed)}</dd>
        <dt>Incidents on the trial’s days</dt><dd>{count(incidents.total)}</dd>
        <dt>in units</dt><dd>{count(incidents.inUnits)}</dd>
        <dt>in rings</dt><dd>{count(incidents.inRings)}</dd>
        <dt>elsewhere</dt><dd>{count(incidents.elsewhere)}</dd>
      </dl>
      <ul className="notes">{conventions.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
    </details>
  );
}
