// Which offences an outcome is about, as a tree of them shows it.

import { offenceKey } from "../incidents/harm/harmOfIncidents.ts";
import type { IncidentTable } from "../incidents/table.ts";

type Offences = Pick<IncidentTable, "offences">;

/** Whether an outcome that names these offences, or none for all of them, counts this one. */
export const countsOffence = (called: readonly string[], offence: IncidentTable["offences"][number]): boolean =>
  called.length === 0 || called.some((each) => isCalled(offence, each));

/** By its name or category, in any letters. */
export const isCalled = ({ name, category }: IncidentTable["offences"][number], called: string): boolean =>
  offenceKey(name) === offenceKey(called) || offenceKey(category) === offenceKey(called);

/** Indices of the offences that it leaves out. */
export const leftOut = ({ offences }: Offences, called: readonly string[]): number[] =>
  offences.flatMap((offence, i) => (countsOffence(called, offence) ? [] : i));

/** The way back: a category where all of it is kept, otherwise the names; [] for every offence, null where none is left. */
export function offencesBut({ offences }: Offences, without: readonly number[]): string[] | null {
  const left = new Set(without);
  if (left.size === 0) return [];
  const kept = offences.filter((_, i) => !left.has(i));
  if (kept.length === 0) return null;
  const partly = new Set(offences.filter((_, i) => left.has(i)).map(({ category }) => category));
  return [...new Set(kept.map(({ name, category }) => (partly.has(category) ? name : category)))];
}
