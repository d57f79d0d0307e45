// From a trial's protocol and the project's incidents to what the power job takes.

import { InputError } from "../../errors.ts";
import type { IncidentTable } from "../../incidents/table.ts";
import type { HarmTable } from "../../plan/plan.ts";
import { locationDays, type LocationDays, type LocationDaysInput } from "../panel/locationDays.ts";
import { trialIncidents } from "../panel/trialIncidents.ts";
import type { TrialProtocol } from "../protocol.ts";
import type { PastPiece } from "./pastOfTrial.ts";
import type { PowerRequest } from "./powerSchema.ts";

/** What a power is of: with the project's incidents everything else follows. */
export interface PowerPlan {
  /** Units, days, draw, level and outcomes. */
  readonly protocol: TrialProtocol;
  /** Name of the outcome; one of the protocol's. */
  readonly outcome: string;
  readonly harm: HarmTable | null;
  readonly past: readonly PastPiece[];
  readonly settings: Pick<PowerRequest, "hotspots" | "days" | "expected" | "measures" | "power" | "delivery" | "contamination" | "draws" | "curves">;
}

/** What the job locationDays takes, once for each piece of the past. @throws InputError where there is no past, or no such outcome */
export function pastInputs(table: IncidentTable, { protocol, outcome, harm, past }: PowerPlan): LocationDaysInput[] {
  const { units, startHour, clocks, outcomes } = protocol;
  const asked = outcomes.filter(({ name }) => name === outcome);
  if (asked.length === 0) throw new InputError(`The trial has no outcome "${outcome}"; it has ${outcomes.map(({ name }) => name).join(", ")}.`);
  if (past.length === 0) throw new InputError("The incidents speak of no day before the trial. Load earlier ones, or move the trial's first day.");
  return past.map((piece) => {
    const { x, y, start, precision, outcomes: rows, weight } = trialIncidents(table, { ...piece, startHour }, asked, harm);
    return { ...piece, startHour, clocks, units, x, y, start, precision, outcomes: rows, weight };
  });
}

/** What the job powerOfTrial takes. */
export function powerRequest({ protocol: { units, share, block, seed, level }, settings }: PowerPlan, panels: readonly LocationDays[]): PowerRequest {
  const outcomes = panels.map(({ outcomes: [first] }) => first);
  return {
    units: units.map(({ stratum, group }) => ({ stratum, group })),
    historyDays: panels.reduce((sum, { days }) => sum + days, 0),
    count: joined(outcomes.map(({ count }) => count)),
    harm: outcomes.every(({ harm }) => harm !== null) ? joined(outcomes.map(({ harm }) => harm as Float64Array)) : null,
    share, block, seed, level,
    ...settings,
  };
}

/** Both in one, where nobody waits: for the command line and a replay. */
export const completePower = (table: IncidentTable, plan: PowerPlan): PowerRequest =>
  powerRequest(plan, pastInputs(table, plan).map((input) => locationDays(input)));

function joined(columns: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(columns.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const column of columns) {
    all.set(column, at);
    at += column.length;
  }
  return all;
}
