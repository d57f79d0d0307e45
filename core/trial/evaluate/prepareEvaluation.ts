// From a sealed schedule and the project's incidents to what the evaluation's jobs take.

import { InputError } from "../../errors.ts";
import { count } from "../../inWords.ts";
import { isoDay } from "../../incidents/isoDay.ts";
import type { IncidentTable } from "../../incidents/table.ts";
import { tablePeriod } from "../../incidents/tablePeriod.ts";
import type { HarmTable } from "../../plan/plan.ts";
import { locationDays, type LocationDays, type LocationDaysInput } from "../panel/locationDays.ts";
import { trialIncidents, type TrialIncidents } from "../panel/trialIncidents.ts";
import type { TrialProtocol } from "../protocol.ts";
import { trialDaysOver } from "../schedule/trialDays.ts";
import type { Dose } from "./deliveredDays.ts";

/** What an evaluation is of: with the project's incidents everything else follows. */
export interface EvaluationPlan {
  readonly protocol: TrialProtocol;
  /** 1 treatment, 0 control; day × units + unit. */
  readonly arms: Uint8Array;
  readonly imported: boolean;
  readonly harm: HarmTable | null;
  /** null: no delivery is known. */
  readonly dose: Dose | null;
  /** Trial days to analyse. */
  readonly days: number;
  readonly seed: string;
  readonly draws: number;
}

/** How many of the trial's days are over where the incidents end. @throws InputError where there is none yet */
export function daysKnown(table: IncidentTable, protocol: TrialProtocol): number {
  const period = tablePeriod(table);
  const over = period ? trialDaysOver(period.to, protocol) : 0;
  if (over === 0) {
    throw new InputError(
      `The trial begins on ${isoDay(protocol.first)}, and ${period ? `the incidents end on ${isoDay(period.to - 1)}` : "the incidents have no times"}: no trial day is over. Append the incidents of the trial (File > Import incidents).`,
    );
  }
  return over;
}

/** What the job locationDays takes, and what was noticed on the way. */
export function panelOf(table: IncidentTable, { protocol, harm }: Pick<EvaluationPlan, "protocol" | "harm">): { readonly input: LocationDaysInput; readonly notes: string[] } {
  const { units, first, days, startHour, clocks, ring } = protocol;
  const { withoutHarm, unknown, ...incidents } = trialIncidents(table, protocol, protocol.outcomes, harm);
  return { input: { ...incidents, units, first, days, startHour, clocks, ring }, notes: notesOf(withoutHarm, unknown) };
}

/** What the job evaluateTrial takes. */
export const evaluationOf = ({ protocol, arms, imported, dose, days, seed, draws }: EvaluationPlan, panel: LocationDays, notes: readonly string[]) => ({
  panel,
  arms,
  days,
  draw: { share: protocol.share, block: protocol.block, redraw: protocol.redraw },
  imported,
  primary: protocol.primary,
  level: protocol.level,
  subgroups: protocol.subgroups,
  ...(dose && { dose }),
  notes,
  seed,
  draws,
});

/** Both in one, where nobody waits: for a replay. */
export function completeEvaluation(table: IncidentTable, plan: EvaluationPlan): ReturnType<typeof evaluationOf> {
  const { input, notes } = panelOf(table, plan);
  return evaluationOf(plan, locationDays(input), notes);
}

function notesOf(withoutHarm: TrialIncidents["withoutHarm"], unknown: TrialIncidents["unknown"]): string[] {
  const many = withoutHarm.reduce((sum, { incidents }) => sum + incidents, 0);
  return [
    ...(many > 0 ? [`${count(many)} incidents of the trial's days count 0 days of harm: the harm table does not name ${list(withoutHarm.map(({ offence }) => offence))}.`] : []),
    ...unknown.map(({ outcome, offence }) => `The outcome ${outcome} names ${offence}, which no incident of the project is called.`),
  ];
}

const list = (names: readonly string[]): string => (names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(" and "));
