// Hotspots by several methods side by side, as they are drawn and told.

import { DAY_HOURS, isWithinHours, NIGHT_HOURS, type Filter } from "../core/incidents/filter.ts";
import type { HarmTable } from "../core/plan/plan.ts";
import type { JobResult } from "../core/jobs.ts";
import { changedSince, type MadeFrom } from "./madeFrom.ts";
import type { State } from "./store.ts";

/** As filtered, or the trial's day or night in the place of the filter's hours. */
export type DayPart = "filtered" | "day" | "night";

export const DAY_PARTS: Readonly<Record<DayPart, string>> = { filtered: "as filtered", day: "day, 08:00–19:59", night: "night, 20:00–07:59" };

export interface ShownFind extends MadeFrom {
  readonly part: DayPart;
  readonly incidents: number;
  /** The most cells that each method names. */
  readonly top: number;
  /** The table that harm was counted by; null where it was not. */
  readonly harm: HarmTable | null;
  readonly found: JobResult<"identifyHotspots">;
}

export interface FindView {
  readonly part: DayPart;
  readonly colours: "methods" | "giStar" | "localMoran";
  /** Only cells that so many methods name, or more. */
  readonly least: number;
  /** The cell that is looked at. */
  readonly cell: number | null;
}

export const START_FIND_VIEW: FindView = { part: "filtered", colours: "methods", least: 1, cell: null };

export const filterOfPart = (filter: Filter, part: DayPart): Filter =>
  part === "filtered" ? filter : { ...filter, hours: part === "day" ? DAY_HOURS : NIGHT_HOURS };

/** Of the day, 0 to 23; null: all of them. */
export function hoursOfPart(part: DayPart): readonly number[] | null {
  if (part === "filtered") return null;
  const hours = part === "day" ? DAY_HOURS : NIGHT_HOURS;
  return Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isWithinHours(60 * hour, hours));
}

/** The run on the map and in the table; null before the first. */
export const shownFind = ({ finds, findView }: Pick<State, "finds" | "findView">): ShownFind | null => finds[findView.part] ?? null;

type Now = Pick<State, "filter" | "incidents">;

/** What has changed since something was made for a part of the day, each in words. */
export const staleOfPart = (made: MadeFrom & { readonly part: DayPart }, { filter, incidents }: Now): string[] =>
  changedSince(made, { filter: filterOfPart(filter, made.part), incidents });

/** @param harm - the plan's table now */
export const findStale = (find: ShownFind, now: Now, harm: HarmTable | null): string[] => [
  ...staleOfPart(find, now),
  ...(find.harm === null || JSON.stringify(find.harm) === JSON.stringify(harm) ? [] : ["the harm table"]),
];

/** Whether a cell is significant by a method, at the level and with the adjustment that it was run with. */
export function significant({ methods, ...found }: ShownFind["found"], name: "giStar" | "localMoran"): (cell: number) => boolean {
  const { parameters: { adjust, level } } = methods.find((method) => method.name === name)!;
  const { p, adjusted } = found[name]!;
  const judged = adjust === "none" ? p : adjusted;
  return (cell) => judged[cell] <= Number(level);
}

/** By the codes of QUADRANT. */
export const QUADRANT_NAMES = ["without neighbours", "high among high", "low among high", "low among low", "high among low"] as const;

/** How many cells that one run's methods name are named by the other's too; null where the cells are not the same ones. */
export function namedInBoth({ found: a }: ShownFind, { found: b }: ShownFind): number | null {
  if (a.kind !== b.kind || a.side !== b.side || a.rotation !== b.rotation) return null;
  const centre = ({ x, y }: ShownFind["found"], cell: number): string => `${Math.round(x[cell])} ${Math.round(y[cell])}`;
  const others = new Set(b.agreement.map(({ cell }) => centre(b, cell)));
  return a.agreement.filter(({ cell }) => others.has(centre(a, cell))).length;
}

/** Of each cell, how many methods name it among their first `top`. */
export function timesNamed({ x, agreement }: ShownFind["found"]): Uint8Array {
  const times = new Uint8Array(x.length);
  for (const { cell, named } of agreement) times[cell] = named;
  return times;
}
