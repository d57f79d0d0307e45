// The registration of a sealed schedule: a text that a person reads, that says how to repeat the draw, and whose SHA-256 is the seal.

import { isoDay } from "../../incidents/isoDay.ts";
import { rings } from "../../geo/rings.ts";
import { formatHours } from "../../plan/hourRanges.ts";
import { writeCell } from "../../formats/writeCsv.ts";
import type { TrialOutcome, TrialUnit } from "../protocol.ts";
import type { SealedSchedule } from "../sealedSchedule.ts";
import { datesOf } from "./datesOf.ts";
import { sha256Hex } from "./sha256Hex.ts";

/** Names of the lines that are read again. */
export const LINE = {
  title: "Title",
  version: "Version",
  first: "First day",
  days: "Days",
  origin: "Origin",
  share: "Share on treatment",
  block: "Block",
  redraw: "Draw again",
  seed: "Seed",
  attempt: "Attempt",
  kept: "Days kept from the version before",
  hash: "SHA-256 of the schedule's CSV",
} as const;

export const UNITS_HEAD = "UNITS";
export const DRAWN = "drawn";

const HOW = `How it was drawn: in each block (a day of a stratum; or two days running where the block is a pair) every item, a group or a
unit without one, gets SHA-256 of the text seed|attempt|date|stratum|item; the k items whose digests come first in the
alphabet are on treatment, in a pair the others on its second day. Of m items, k = floor((o + 1) m share + u) - floor(o m share + u) on the block's
occasion o = 0, 1, ...; u = (n + 0.5) / 65536, n the first four hexadecimal digits of SHA-256 of seed|stratum.`;

/** Everything of it but the seal, which is the SHA-256 of this text in UTF-8. Lines end in LF. */
export function registrationText(sealed: Omit<SealedSchedule, "seal">): string {
  const { protocol, origin, changed } = sealed;
  const { outcomes, subgroups, redraw } = protocol;
  const facts: (readonly [string, string | number])[] = [
    [LINE.title, oneLine(protocol.title)],
    [LINE.version, sealed.version],
    ["Made", sealed.made],
    ["Trial days that had begun by then", sealed.begun],
    ["Reason", sealed.reason === null ? "the first version" : oneLine(sealed.reason)],
    ["Seal of the version before", sealed.previous ?? "none"],
    ...(changed ? [["Changed since the version before", `${changed.arms} location-days have another arm, or are new; ${changed.begun} of them on days that had begun`] as const] : []),
  ];
  const schedule: (readonly [string, string | number])[] = [
    [LINE.first, isoDay(protocol.first)],
    [LINE.days, protocol.days],
    ["A trial day begins at", `${String(protocol.startHour).padStart(2, "0")}:00`],
    ["Clocks", protocol.clocks],
    [LINE.origin, origin.kind === "drawn" ? DRAWN : `imported from ${oneLine(origin.file)}`],
    [LINE.share, protocol.share],
    [LINE.block, protocol.block],
    [LINE.redraw, redraw ? `at most ${redraw.attempts} times, until the imbalance is at most ${redraw.most}` : "no"],
    [LINE.seed, protocol.seed],
    ...(origin.kind === "drawn" ? [[LINE.attempt, origin.attempt] as const] : []),
    [LINE.kept, sealed.kept],
    [LINE.hash, sealed.hash],
  ];
  const plan: (readonly [string, string | number])[] = [
    ["Primary outcome", `${oneLine(outcomes[0].name)}, by ${protocol.primary}`],
    ...outcomes.map((outcome) => ["Outcome", outcomeInWords(outcome)] as const),
    ...subgroups.map(({ name, units }) => ["Subgroup", `${oneLine(name)}: ${units.map(oneLine).join(", ")}`] as const),
    ["Ring for displacement", `${protocol.ring} m`],
    ["Timer of a patrol", `amber at ${protocol.amber} minutes, from which a patrol is full; green at ${protocol.green}`],
    ["Expected change", protocol.expected],
    ["Level of the tests", protocol.level],
  ];
  const lines = (pairs: typeof facts): string => pairs.map(([name, value]) => `${name}: ${value}\n`).join("");
  const units = protocol.units.map((unit) => `${unitRow(unit).map(writeCell).join(",")}\n`).join("");
  return [
    "REGISTRATION OF A TRIAL\nIts seal is the SHA-256 of this file.\n\n",
    lines(facts), "\nSCHEDULE\n", lines(schedule), origin.kind === "drawn" ? `${HOW}\n` : "",
    "\nPROTOCOL\n", lines(plan),
    `\n${UNITS_HEAD}\nid,name,stratum,group,team,hours,baseline,outlines\n`, units,
  ].join("");
}

const unitRow = ({ id, name, stratum, group, team, hours, baseline, shapes }: TrialUnit): (string | number | null)[] =>
  [id, name, stratum, group ?? null, team ?? null, hours ? formatHours(hours) : null, baseline ?? null, shapes.length === 0 ? null : outlineDigest(shapes)];

/** Tells when a shape was changed: 16 hexadecimal digits of the SHA-256 of its corners, to a centimetre. */
const outlineDigest = (shapes: TrialUnit["shapes"]): string =>
  sha256Hex(shapes.map((shape) => rings(shape).map((ring) => ring.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`).join(",")).join(";")).join("|")).slice(0, 16);

const outcomeInWords = ({ name, offences, domestic }: TrialOutcome): string =>
  `${oneLine(name)}: ${offences.length === 0 ? "every offence" : offences.map(oneLine).join(", ")}${domestic === "all" ? "" : domestic === "only" ? "; domestic only" : "; without domestic"}`;

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** What a sealed schedule's file of arms holds. */
export const tableOf = ({ protocol, arms }: Pick<SealedSchedule, "protocol" | "arms">) => ({ units: protocol.units, days: datesOf(protocol), arms });
