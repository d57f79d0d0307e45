// A schedule as CSV: the file whose SHA-256 is the schedule's hash.

import { writeCell } from "../../formats/writeCsv.ts";
import type { DrawUnit } from "./blocks.ts";
import { sha256Hex } from "./sha256Hex.ts";

export interface ScheduleTable {
  readonly units: readonly Pick<DrawUnit, "id" | "stratum">[];
  /** As they are written: dates, or numbers from 1. */
  readonly days: readonly string[];
  /** 1 treatment, 0 control; day × units + unit. */
  readonly arms: Uint8Array;
}

/** A line for each day and unit, in their order; lines end in LF. */
export function scheduleCsv({ units, days, arms }: ScheduleTable): string {
  const lines = days.flatMap((day, d) => units.map(({ id, stratum }, u) => `${[day, id, stratum, armName(arms[d * units.length + u])].map(writeCell).join(",")}\n`));
  return `date,hotspot,stratum,arm\n${lines.join("")}`;
}

/** What `sha256sum` says of the file. */
export const scheduleHash = (table: ScheduleTable): string => sha256Hex(scheduleCsv(table));

export const armName = (arm: number): "treatment" | "control" => (arm === 1 ? "treatment" : "control");
