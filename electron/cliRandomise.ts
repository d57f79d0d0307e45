// `hexbeat randomise`: draws a trial's schedule, from a project's protocol or from a table of units, and seals it.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { InputError } from "../core/errors.ts";
import { unpackTable } from "../core/incidents/packedTable.ts";
import type { Plane } from "../core/geo/plane.ts";
import { START_PROTOCOL, type TrialProtocol } from "../core/trial/protocol.ts";
import type { SealedSchedule } from "../core/trial/sealedSchedule.ts";
import { balanceOf } from "../core/trial/schedule/balanceOf.ts";
import { datesOf } from "../core/trial/schedule/datesOf.ts";
import { drawSchedule } from "../core/trial/schedule/drawSchedule.ts";
import { readUnits } from "../core/trial/schedule/readUnits.ts";
import { registrationText, tableOf } from "../core/trial/schedule/registration.ts";
import { scheduleCsv } from "../core/trial/schedule/scheduleCsv.ts";
import { scheduleGeoJson, scheduleZip } from "../core/trial/schedule/scheduleGeoJson.ts";
import { keptArms, sealSchedule } from "../core/trial/schedule/sealSchedule.ts";
import { scheduleInForce } from "../core/trial/schedule/scheduleInForce.ts";
import { trialDaysBegun } from "../core/trial/schedule/trialDays.ts";
import { atomicWrite } from "./atomicWrite.ts";
import { givenFile, givenPath, withProject, type ProjectAtPath } from "./cliFiles.ts";
import { day, oneOf, positiveNumber, wholeNumber } from "./cliOptions.ts";
import { planOf } from "./planOf.ts";
import { keepSealed, sealedSchedules } from "./sealedSchedules.ts";

export const RANDOMISE_HELP = `hexbeat randomise P.hexbeat [--seal [--reason TEXT]] [-o FILE] [--registration FILE.txt]
hexbeat randomise UNITS.csv --first DATE --days N [--share S] [--seed SEED] [--block day|pair] [-o FILE] [--registration FILE.txt]

Draws which unit is on treatment on which day, and tells hash and balance. A project's protocol says how; UNITS.csv has a column id and, where
they are wanted, stratum, group (drawn together), baseline and name.

  -o FILE              .csv (date, hotspot, stratum, arm: the file that the hash is of); from a project also .geojson with dates, or .zip with
                       one GeoJSON a day
  --registration FILE  the text whose SHA-256 is the seal: protocol, units, how the draw is repeated
  --seal               keep it in the project as the next sealed version; days that have begun stay as they were
  --reason TEXT        of a version after the first
  --first 2024-04-01   the first day
  --days 128
  --share 0.5          on treatment; with another share than a block can have, numbers alternate so that it is met over the period
  --seed 1             a number or a word
  --block day          or pair: what is on treatment on the first of two days is control on the second
  --redraw N --most M  draw again, at most N times, until no unit's share of days and no baseline (in standard deviations) is off by more than M`;

export async function randomiseCommand(args: readonly string[]): Promise<unknown> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      first: { type: "string" }, days: { type: "string" }, share: { type: "string" }, seed: { type: "string" }, block: { type: "string" },
      redraw: { type: "string" }, most: { type: "string" },
      seal: { type: "boolean", default: false }, reason: { type: "string" },
      output: { type: "string", short: "o" }, registration: { type: "string" },
    },
  });
  if (positionals.length !== 1) throw new InputError("Name a project or a table of units: hexbeat randomise P.hexbeat, or hexbeat randomise UNITS.csv --first 2024-04-01 --days 128.");
  const [from] = positionals;
  if (!from.endsWith(".hexbeat")) {
    if (values.seal || values.reason) throw new InputError("A version is sealed in a project: name one. A table of units can be drawn with --registration.");
    await givenFile(from);
    const protocol = { ...START_PROTOCOL, title: from, units: readUnits(readFileSync(givenPath(from), "utf8"), from), ...drawOptions(values) };
    return answer(drawn(protocol, null, null), null, values);
  }
  const flag = (["first", "days", "share", "seed", "block", "redraw", "most"] as const).find((name) => values[name] !== undefined);
  if (flag) throw new InputError(`--${flag} is set in the project's protocol (Trial > Design), so that what is sealed is what was planned. Leave it out.`);
  return withProject(from, values.seal ? "write" : "read", async (project) => {
    const { trial } = planOf(project);
    if (!trial) throw new InputError("The project has no trial. Design one first (Trial > Design).");
    const before = scheduleInForce(await sealedSchedules(project));
    const sealed = drawn(trial, values.seal ? before : null, values.reason ?? null);
    if (values.seal) await keepSealed(project, sealed);
    return { ...(await answer(sealed, await planeOf(project), values)), sealed: values.seal };
  });
}

function drawOptions({ first, days, share, seed, block, redraw, most }: Readonly<Record<string, unknown>> & Partial<Record<"first" | "days" | "share" | "seed" | "block" | "redraw" | "most", string>>) {
  const start = day("--first", first), count = wholeNumber("--days", days);
  if (start === undefined) throw new InputError("Say the first day: --first 2024-04-01.");
  if (!count || count > 3660) throw new InputError("Say how many days, 1 to 3660: --days 128.");
  const part = positiveNumber("--share", share) ?? 0.5;
  if (part >= 1) throw new InputError(`--share ${share} is not below 1.`);
  if ((redraw === undefined) !== (most === undefined)) throw new InputError("--redraw N and --most M go together.");
  const attempts = wholeNumber("--redraw", redraw), limit = positiveNumber("--most", most);
  return {
    first: start, days: count, share: part, seed: seed ?? "1",
    block: oneOf("--block", block, ["day", "pair"] as const) ?? "day",
    redraw: attempts && limit ? { attempts, most: limit } : null,
  };
}

/** The schedule as it would be sealed now. */
function drawn(protocol: TrialProtocol, before: SealedSchedule | null, reason: string | null): SealedSchedule {
  const now = new Date();
  const civil = now.getTime() - now.getTimezoneOffset() * 60_000;
  const standing = before ? keptArms(before, protocol, trialDaysBegun(civil, before.protocol)) : null;
  const { arms, attempt } = drawSchedule({ ...protocol, days: datesOf(protocol), ...(standing && { kept: standing.arms }) });
  return sealSchedule({ protocol, arms, origin: { kind: "drawn", attempt }, kept: standing?.kept ?? 0, made: now.toISOString(), reason, before, begun: trialDaysBegun(civil, protocol) });
}

async function answer(sealed: SealedSchedule, plane: Plane | null, { output, registration }: { readonly output?: string; readonly registration?: string }) {
  const { protocol, arms, hash, seal, version, origin } = sealed;
  const { units, days } = tableOf(sealed);
  if (output !== undefined) atomicWrite(givenPath(output), fileOf(sealed, plane, output));
  if (registration !== undefined) atomicWrite(givenPath(registration), new TextEncoder().encode(registrationText(sealed)));
  const { treatment, control, strata, units: byUnit, weekdays, baseline, imbalance } = balanceOf(units, days, protocol.share, arms);
  return {
    units: units.length, days: days.length, version, hash,
    ...(registration !== undefined && { seal }),
    ...(origin.kind === "drawn" && { attempt: origin.attempt }),
    kept: sealed.kept,
    balance: { treatment, control, strata, units: byUnit, weekdays, baseline, imbalance },
    ...(output !== undefined && { file: output }),
    ...(registration !== undefined && { registration }),
  };
}

function fileOf(sealed: SealedSchedule, plane: Plane | null, output: string): Uint8Array {
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  if (output.endsWith(".csv")) return text(scheduleCsv(tableOf(sealed)));
  if (!/\.(geojson|zip)$/.test(output)) throw new InputError(`${output} says no format: end it in .csv, .geojson or .zip.`);
  if (!plane) throw new InputError(`${output} needs shapes, and there are none. Write a .csv, or draw from a project with incidents.`);
  const mapped = { ...sealed, plane, version: `${sealed.version}, SHA-256 of its CSV ${sealed.hash}` };
  return output.endsWith(".zip") ? scheduleZip(mapped) : text(scheduleGeoJson(mapped));
}

const planeOf = async ({ host, opened }: ProjectAtPath): Promise<Plane | null> =>
  opened.hasIncidents ? unpackTable(await host.getIncidents({ id: opened.project.id })).plane : null;
