// What a protocol says otherwise than the sealed one.

import type { TrialProtocol } from "../protocol.ts";

const NAMES: { readonly [Key in keyof TrialProtocol]: string } = {
  title: "the title", units: "the units", first: "the first day", days: "the number of days", startHour: "the hour at which a trial day begins", clocks: "the clocks",
  share: "the share on treatment", block: "the block", redraw: "drawing again", seed: "the seed", outcomes: "the outcomes", primary: "the primary measure",
  subgroups: "the subgroups", ring: "the ring", amber: "the amber minutes", green: "the green minutes", expected: "the expected change", level: "the level",
};

/** In words; empty where both say the same. */
export const protocolChanges = (sealed: TrialProtocol, now: TrialProtocol): string[] =>
  fieldNames((Object.keys(NAMES) as (keyof TrialProtocol)[]).filter((key) => JSON.stringify(sealed[key]) !== JSON.stringify(now[key])));

export const fieldNames = (fields: readonly (keyof TrialProtocol)[]): string[] => fields.map((field) => NAMES[field]);
