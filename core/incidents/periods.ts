// Periods put together: the parts of one that lie in others, and those that do not.

import type { Period } from "./filter.ts";

/** The parts of a period that lie in some period of each list: in order, and without overlap. */
export function within(period: Period, ...lists: readonly (readonly Period[])[]): Period[] {
  return lists.reduce<Period[]>(
    (parts, list) => parts.flatMap((part) => joined(list).map(({ from, to }) => ({ from: Math.max(part.from, from), to: Math.min(part.to, to) })).filter(({ from, to }) => from < to)),
    [period],
  );
}

/** Sorted, those that meet made one. */
function joined(periods: readonly Period[]): Period[] {
  const out: Period[] = [];
  for (const { from, to } of periods.toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && from <= last.to) out[out.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else out.push({ from, to });
  }
  return out;
}

/** What is left of parts that do not overlap. */
export function without(parts: Period[], excluded: readonly Period[]): Period[] {
  return excluded.reduce<Period[]>(
    (rest, { from, to }) =>
      rest.flatMap((part) => [{ from: part.from, to: Math.min(part.to, from) }, { from: Math.max(part.from, to), to: part.to }].filter((piece) => piece.from < piece.to)),
    parts,
  );
}

/** Of parts that do not overlap, ms. */
export const duration = (parts: readonly Period[]): number => parts.reduce((sum, { from, to }) => sum + to - from, 0);
