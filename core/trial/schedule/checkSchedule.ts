// Checks a schedule's file against its registration: the hash, the draw repeated by its rule, and each cell that differs named.

import { armName } from "./scheduleCsv.ts";
import { drawAttempt } from "./drawSchedule.ts";
import { balanceOf } from "./balanceOf.ts";
import { imbalanceOf } from "./imbalanceOf.ts";
import { readRegistration, type Registration } from "./readRegistration.ts";
import { readSchedule } from "./readSchedule.ts";
import { sha256Hex } from "./sha256Hex.ts";

export interface ScheduleCheck {
  readonly same: boolean;
  readonly title: string;
  readonly version: number;
  readonly seal: string;
  readonly hash: { readonly registered: string; readonly file: string; readonly same: boolean };
  /** What could be compared: with the draw repeated, with the arms as sealed, or with the hash alone. */
  readonly against: string;
  readonly locationDays: number;
  /** Cells and rows that are not as registered. */
  readonly differences: readonly { readonly line: number | null; readonly day: string; readonly unit: string; readonly problem: string }[];
  /** Against the registration's own rule: a draw that was chosen among several. */
  readonly faults: readonly string[];
  /** Blocks in which the file does not have as many on treatment as registered. */
  readonly blocks: readonly { readonly day: string; readonly stratum: string; readonly treatment: number; readonly registered: number }[];
}

/**
 * @param text - the file as its bytes say, in UTF-8
 * @param sealed - the arms as sealed, where they are at hand; otherwise the draw alone says what they were
 * @throws InputError where the registration cannot be read, or the file has no such columns
 */
export function checkSchedule(text: string, file: string, registrationText: string, sealed: Uint8Array | null, progress?: (attempt: number, of: number) => void): ScheduleCheck {
  const registration = readRegistration(registrationText);
  const { design, attempt, kept, hash, title, version, seal } = registration;
  const { units, days } = design;
  const fileHash = sha256Hex(text);
  const redrawn = attempt === null ? null : redraw(registration, sealed);
  const arms = sealed ?? redrawn;
  // Without the version before, its days are not known from the draw.
  const from = sealed || attempt === null ? 0 : kept;
  const differences: ScheduleCheck["differences"][number][] = [];
  const { rows, setAside } = readSchedule(text, file);
  for (const { line, reason } of setAside) differences.push({ line, day: "", unit: "", problem: reason });
  const dayAt = new Map(days.map((day, d) => [day, d])), unitAt = new Map(units.map(({ id }, u) => [id, u]));
  const found = new Map<number, number>();
  const inFile = new Uint8Array(days.length * units.length);
  for (const { line, day, unit, stratum, arm } of rows) {
    const d = dayAt.get(day), u = unitAt.get(unit);
    const tell = (problem: string): void => void differences.push({ line, day, unit, problem });
    if (d === undefined || u === undefined) {
      tell(`no location-day of the registration: ${d === undefined ? "the day" : "the unit"} is not in it`);
      continue;
    }
    const at = d * units.length + u, before = found.get(at);
    if (before !== undefined) {
      tell(`stands twice, also on line ${before}`);
      continue;
    }
    found.set(at, line);
    inFile[at] = arm;
    if (stratum !== null && stratum !== units[u].stratum) tell(`stratum "${stratum}", registered as "${units[u].stratum}"`);
    if (arms && d >= from && arms[at] !== arm) tell(`${armName(arm)}, registered as ${armName(arms[at])}`);
  }
  days.forEach((day, d) => units.forEach(({ id }, u) => {
    const at = d * units.length + u;
    if (!found.has(at)) differences.push({ line: null, day, unit: id, problem: "missing in the file" });
    if (sealed && redrawn && sealed[at] !== redrawn[at]) differences.push({ line: null, day, unit: id, problem: `sealed as ${armName(sealed[at])}, but the draw repeated gives ${armName(redrawn[at])}` });
  }));
  const ofFile = balanceOf(units, days, design.share, inFile).blocks;
  const registered = arms ? balanceOf(units, days, design.share, arms).blocks : ofFile;
  const perDay = ofFile.length / days.length;
  const faults = faultsOfDraw(registration, sealed, progress);
  return {
    same: fileHash === hash && differences.length === 0 && faults.length === 0,
    title, version, seal,
    hash: { registered: hash, file: fileHash, same: fileHash === hash },
    against: against(registration, sealed !== null),
    locationDays: found.size,
    differences,
    faults,
    blocks: ofFile.flatMap(({ day, stratum, treatment }, b) =>
      b >= from * perDay && treatment !== registered[b].treatment ? [{ day, stratum, treatment, registered: registered[b].treatment }] : []),
  };
}

/** The registered attempt alone. */
const redraw = ({ design, attempt, kept }: Registration, sealed: Uint8Array | null): Uint8Array =>
  drawAttempt({ ...design, ...(sealed && { kept: sealed.slice(0, kept * design.units.length) }) }, attempt ?? 1);

/** The attempt must be the first that the rule accepts: whoever may choose among draws may choose the result. */
function faultsOfDraw(registration: Registration, sealed: Uint8Array | null, progress?: (attempt: number, of: number) => void): string[] {
  const { design: { units, days, share, redraw: rule }, attempt, kept } = registration;
  // Without the arms that were kept the imbalance is not known.
  if (attempt === null || (kept > 0 && !sealed)) return [];
  if (!rule) return attempt === 1 ? [] : [`draw ${attempt} was taken, though by its rule the first stands`];
  for (let i = 1; i <= attempt; i++) {
    const { worst } = imbalanceOf(units, days.length, share, redraw({ ...registration, attempt: i }, sealed));
    if (i < attempt && worst <= rule.most) return [`draw ${attempt} was taken, though draw ${i} has an imbalance of ${worst.toFixed(3)} already, at most ${rule.most}`];
    if (i === attempt && worst > rule.most) return [`draw ${attempt} was taken, though its imbalance is ${worst.toFixed(3)}, over ${rule.most}`];
    progress?.(i, attempt);
  }
  return [];
}

function against({ attempt, kept, version }: Registration, sealed: boolean): string {
  if (attempt === null) return sealed ? "the arms as sealed; the schedule was imported, so that no draw can be repeated" : "the hash alone: the schedule was imported, so that no draw can be repeated";
  const draw = `the draw repeated (attempt ${attempt})${kept > 0 ? ` from day ${kept + 1} on` : ""}`;
  if (sealed) return `the arms as sealed, and ${draw}`;
  return kept > 0 ? `${draw}; the days before were kept from version ${version - 1}, and the hash alone speaks for them` : draw;
}
