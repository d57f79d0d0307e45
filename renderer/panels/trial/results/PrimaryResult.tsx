// The primary outcome before everything else: its change with the interval and p-value of the randomisation test, in plain words.

import { changeInWords, changesInWords } from "../../../../core/trial/report/comparisonInWords.ts";
import { primaryFinding } from "../../../../core/trial/report/primaryFinding.ts";
import type { TrialEvaluation } from "../../../../core/trial/evaluate/trialEvaluation.ts";
import { Explained } from "../../../ui/Tip.tsx";
import { count, decimal, percent, pInWords } from "../../../ui/format.ts";

export function PrimaryResult({ found }: { readonly found: TrialEvaluation }) {
  const { comparison, randomisation, rate } = primaryFinding(found);
  if (!comparison) return <p>Too few location-days to compare.</p>;
  const { outcome, measure, treatment, control, change } = comparison;
  const level = percent(1 - found.level, 0);
  const what = { prevalence: "location-days with an incident", count: "incidents", harm: "days of harm", dosage: "" }[measure];
  return (
    <>
      <p className="finding">{changeInWords(change, measure)}</p>
      {randomisation && (
        <p>
          {randomisation.interval
            ? <Explained text={`${level} interval: ${randomisation.interval.method}.`}>{changesInWords(randomisation.interval, measure)}</Explained>
            : "No interval: too few events for both limits"}
          ; <Explained text="Of all schedules that the trial’s own draw could have made, the share in which the arms differ at least as much, were treatment without effect.">{pInWords(randomisation.p)}</Explained>,{" "}
          {randomisation.draws === "exact" ? "exact randomisation test" : `randomisation test, ${count(randomisation.draws)} draws`}.
        </p>
      )}
      <p>
        {outcome}: {count(treatment.total)} {what} on {count(treatment.locationDays)} treatment and {count(control.total)} on {count(control.locationDays)} control location-days.{" "}
        {verdict(found, randomisation?.p ?? null)}
      </p>
      {rate && <p className="muted hint">Rate ratio of incidents {decimal(rate.ratio, 3)} ({decimal(rate.interval.low, 3)} to {decimal(rate.interval.high, 3)}), {pInWords(rate.p)}: {rate.model}.</p>}
    </>
  );
}

function verdict({ level, interim }: TrialEvaluation, p: number | null): string {
  if (p === null) return "";
  if (interim) return "The trial is not over: this decides nothing.";
  return p <= level ? "Chance alone would hardly make such a difference." : "Chance alone could make such a difference: the interval says what is not ruled out.";
}
