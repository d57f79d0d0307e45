// What it means and how it can be verified: the report's discussion, registration and conventions.

import { facts, html, type Html } from "../../record/html.ts";
import type { Dosage } from "../dosage/dosage.ts";
import type { TrialEvaluation } from "../evaluate/trialEvaluation.ts";
import { scheduleInForce } from "../schedule/scheduleInForce.ts";
import { given, list, type ReportSection } from "./reportSection.ts";
import type { TrialReportInput } from "./trialReportInput.ts";

export function closingSections({ cover, schedules, dosage, evaluation }: TrialReportInput): ReportSection[] {
  const inForce = scheduleInForce(schedules);
  return [
    {
      id: "discussion",
      title: "Discussion",
      body: html`<h3>Limitations</h3>${given(cover.limitations)}<p>What the numbers themselves show or cannot show:</p>${list(limitations(evaluation, dosage))}
<h3>Generalisability</h3>${given(cover.generalisability)}<h3>Interpretation</h3>${given(cover.interpretation)}`,
    },
    {
      id: "registration",
      title: "Registration, protocol and funding",
      body: html`<h3>Registration</h3>${given(cover.registration)}
${inForce === null ? "" : facts([["Version in force", inForce.version], ["Seal", html`<code>${inForce.seal}</code>`], ["SHA-256 of the schedule's CSV", html`<code>${inForce.hash}</code>`]])}
<h3>Protocol</h3>${given(cover.protocol)}<h3>Funding</h3>${given(cover.funding)}`,
    },
    { id: "conventions", title: "Conventions and formulas", body: conventionsBody(evaluation, dosage) },
  ];
}

/** Those of every trial of this design come first. */
const limitations = (evaluation: TrialEvaluation | null, dosage: Dosage | null): string[] => [
  "These are recorded crimes, at the places and times that were recorded: not every crime is reported.",
  "Units change arm from day to day. What a treatment day leaves for the next day, and officers who know the units and patrol them on control days, make the arms alike: the effect of patrols is then larger than the difference shown. Neither is estimated here.",
  ...(evaluation?.cautions ?? []),
  ...(dosage?.alarms.filter(({ state }) => state !== "delivered").map(({ words }) => words) ?? ["What was delivered is not known: a difference of none may mean that patrols do nothing, or that there were none."]),
];

const conventionsBody = (evaluation: TrialEvaluation | null, dosage: Dosage | null): Html =>
  evaluation === null && dosage === null ? html`<p class="muted">Nothing was computed.</p>` : list([...(evaluation?.conventions ?? []), ...(dosage?.conventions ?? [])]);
