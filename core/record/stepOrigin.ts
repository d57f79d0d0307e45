// Where a step of the history came from, told from its label: the history keeps no more.

export type StepOrigin = "by hand" | "proposal" | "cells" | "rule" | "import";

const SIGNS: readonly (readonly [StepOrigin, RegExp])[] = [
  ["proposal", /best place nearby|best set|proposed/i],
  ["cells", /\bcells? to hotspots?\b/i],
  ["rule", /\brule\b/i],
  ["import", /^Import\b/i],
];

/** A proposal is one that the specialist took over; what is none of the four was done by hand. */
export const stepOrigin = (label: string): StepOrigin => SIGNS.find(([, sign]) => sign.test(label))?.[0] ?? "by hand";

export const ORIGIN_IN_WORDS: Readonly<Record<StepOrigin, string>> = {
  "by hand": "by hand",
  proposal: "proposal taken over",
  cells: "from counted cells",
  rule: "rule",
  import: "import",
};
