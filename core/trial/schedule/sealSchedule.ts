// Seals a schedule: a version with its hash and seal, which nothing changes any more.

import { InputError } from "../../errors.ts";
import type { TrialProtocol } from "../protocol.ts";
import type { SealedSchedule } from "../sealedSchedule.ts";
import { registrationText, tableOf } from "./registration.ts";
import { scheduleHash } from "./scheduleCsv.ts";
import { sha256Hex } from "./sha256Hex.ts";

export interface ScheduleToSeal extends Pick<SealedSchedule, "protocol" | "origin" | "kept" | "arms" | "made" | "begun"> {
  readonly reason: string | null;
  /** The version in force; null where there is none. */
  readonly before: SealedSchedule | null;
}

/** @throws InputError for a version after the first without a reason, or a seed of several lines */
export function sealSchedule({ before, ...given }: ScheduleToSeal): SealedSchedule {
  const reason = given.reason?.trim() ?? "";
  if (before && reason === "") throw new InputError(`Version ${before.version} is sealed; another needs a reason. Say what has changed and why.`);
  if (/[\r\n]/.test(given.protocol.seed)) throw new InputError("The seed has several lines. Enter a number or a word.");
  const { protocol, origin, kept, arms, made, begun } = given;
  const unsealed = {
    version: (before?.version ?? 0) + 1,
    reason: before ? reason : null,
    previous: before?.seal ?? null,
    made, protocol, origin, kept, begun, arms,
    changed: before && changedArms(before, { protocol, arms }, begun),
    hash: scheduleHash(tableOf({ protocol, arms })),
  };
  return { ...unsealed, seal: sha256Hex(registrationText(unsealed)) };
}

/** What is said where a version's seal is not the digest of its registration. */
export const changedSince = ({ version }: Pick<SealedSchedule, "version">): string =>
  `the seal of version ${version} is not that of its registration: something in it was changed after it was sealed`;

/** Location-days of `after` whose arm is not as `before` has it. */
function changedArms(before: Pick<SealedSchedule, "protocol" | "arms">, after: Pick<SealedSchedule, "protocol" | "arms">, begun: number): NonNullable<SealedSchedule["changed"]> {
  const was = new Map(cells(before).map(({ key, arm }) => [key, arm]));
  const changed = cells(after).filter(({ key, arm }) => was.get(key) !== arm);
  return { arms: changed.length, begun: changed.filter(({ day }) => day < begun).length };
}

function cells({ protocol, arms }: Pick<SealedSchedule, "protocol" | "arms">) {
  const { units, days } = tableOf({ protocol, arms });
  return days.flatMap((date, day) => units.map(({ id }, unit) => ({ day, key: `${date} ${id}`, arm: arms[day * units.length + unit] })));
}

/**
 * The arms of the days that have begun, for a version after the first: they stay as they were.
 * @param begun - trial days of the version in force that have begun; of pairs the second day stays with the first
 * @throws InputError where the new protocol no longer has those days and units
 */
export function keptArms(before: SealedSchedule, protocol: TrialProtocol, begun: number): { readonly kept: number; readonly arms: Uint8Array } {
  const was = before.protocol;
  const kept = Math.min(was.days, protocol.block === "pair" ? 2 * Math.ceil(begun / 2) : begun);
  if (kept === 0) return { kept, arms: new Uint8Array(0) };
  const column = new Map(was.units.map(({ id }, unit) => [id, unit]));
  const sameUnits = protocol.units.length === was.units.length && protocol.units.every(({ id }) => column.has(id));
  if (!sameUnits || protocol.first !== was.first || protocol.startHour !== was.startHour || protocol.days < kept) {
    throw new InputError(`${kept} days of version ${before.version} have begun, and they stay as they were: a new version must have the same units, first day and hour, and at least ${kept} days. Set them as version ${before.version} has them, or plan another trial in a project of its own.`);
  }
  const arms = new Uint8Array(kept * protocol.units.length);
  for (let day = 0; day < kept; day++) {
    protocol.units.forEach(({ id }, unit) => {
      arms[day * protocol.units.length + unit] = before.arms[day * was.units.length + (column.get(id) as number)];
    });
  }
  return { kept, arms };
}
