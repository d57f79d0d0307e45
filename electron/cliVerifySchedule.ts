// `hexbeat verify-schedule`: a schedule's file against its registration, cell by cell.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { InputError } from "../core/errors.ts";
import { checkSchedule, type ScheduleCheck } from "../core/trial/schedule/checkSchedule.ts";
import { registrationText } from "../core/trial/schedule/registration.ts";
import { changedSince } from "../core/trial/schedule/sealSchedule.ts";
import { sha256Hex } from "../core/trial/schedule/sha256Hex.ts";
import { givenFile, givenPath, withProject } from "./cliFiles.ts";
import { wholeNumber } from "./cliOptions.ts";
import { sealedSchedules } from "./sealedSchedules.ts";

export const VERIFY_SCHEDULE_HELP = `hexbeat verify-schedule SCHEDULE.csv --registration FILE.txt
hexbeat verify-schedule SCHEDULE.csv --project P.hexbeat [--version N]

Works out the file's SHA-256, draws the schedule again, and names every cell and row that is not as registered, and the blocks that have another
number on treatment. A draw that its rule would not have taken is found too. Against a project, the arms as sealed are compared too, and the seals of all versions. Exit code 1 where anything differs.`;

export async function verifyScheduleCommand(args: readonly string[]): Promise<ScheduleCheck> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { registration: { type: "string" }, project: { type: "string" }, version: { type: "string" } },
  });
  const { registration, project } = values;
  if (positionals.length !== 1) throw new InputError("Name one schedule: hexbeat verify-schedule SCHEDULE.csv --registration FILE.txt.");
  if ((registration === undefined) === (project === undefined)) throw new InputError("Say what it is verified against: --registration FILE.txt, or --project P.hexbeat.");
  const text = await textOf(positionals[0]);
  const against = registration === undefined
    ? await fromProject(project as string, wholeNumber("--version", values.version))
    : { registration: await textOf(registration), arms: null, faults: [] };
  const checked = checkSchedule(text, positionals[0], against.registration, against.arms);
  const faults = [...checked.faults, ...against.faults];
  const same = checked.same && faults.length === 0;
  console.error(`hexbeat: ${positionals[0]} is ${same ? "" : "not "}as registered (version ${checked.version}, seal ${checked.seal.slice(0, 12)} …), by ${checked.against}.`);
  for (const fault of faults) console.error(`hexbeat: ${fault}.`);
  return { ...checked, same, faults };
}

async function textOf(file: string): Promise<string> {
  await givenFile(file);
  return readFileSync(givenPath(file), "utf8");
}

function fromProject(path: string, version: number | undefined): Promise<{ readonly registration: string; readonly arms: Uint8Array; readonly faults: readonly string[] }> {
  return withProject(path, "read", async (project) => {
    const versions = await sealedSchedules(project);
    const sealed = version === undefined ? versions.at(-1) : versions.find((one) => one.version === version);
    if (!sealed) throw new InputError(versions.length === 0 ? `${path} has no sealed schedule. Seal one with \`hexbeat randomise ${path} --seal\`.` : `${path} has no version ${version}; it has ${versions.map((one) => one.version).join(", ")}.`);
    const texts = versions.map(registrationText);
    const faults = versions.flatMap((one, i) => [
      ...(sha256Hex(texts[i]) === one.seal ? [] : [changedSince(one)]),
      ...(one.previous === (versions[i - 1]?.seal ?? null) ? [] : [`version ${one.version} does not name the seal of the version before`]),
    ]);
    return { registration: texts[versions.indexOf(sealed)], arms: sealed.arms, faults };
  });
}
