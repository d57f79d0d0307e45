// Where a step of the history came from, told from its label: the history keeps no more.

export type StepOrigin = "by hand" | "proposal" | "cells" | "rule" | "import";

/** The labels of core/plan/edits and renderer/actions; from the beginning, because names of people's own stand in them. */
const SIGNS: readonly (readonly [StepOrigin, RegExp])[] = [
  ["proposal", /^(Move .* to the best place nearby|Replace \d+ hotspots? by the proposed \d+|Add \d+ hotspots? as proposed)$/s],
  ["proposal", /^Add (a hotspot with its patrol area|\d+ hotspots with their patrol areas)$/],
  ["cells", /^Promote \d+ cells?\b/],
  ["rule", /^(Exclude by rule|Remove the rule) /],
  ["import", /^Import \d+ /],
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
