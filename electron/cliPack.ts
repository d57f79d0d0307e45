// `hexbeat pack`: tasking packs for officers' phones, from a project's sealed schedule.

import { parseArgs } from "node:util";
import { InputError } from "../core/errors.ts";
import { isoDay } from "../core/incidents/isoDay.ts";
import { coverOf } from "../core/record/cover.ts";
import { packFiles } from "../core/trial/pack/packFiles.ts";
import { streetLayer } from "../core/trial/pack/streetLayer.ts";
import { scheduleInForce } from "../core/trial/schedule/scheduleInForce.ts";
import { atomicWrite } from "./atomicWrite.ts";
import { givenPath, withProject, type ProjectAtPath } from "./cliFiles.ts";
import { storedLayer } from "./cliForecasting.ts";
import { day, wholeNumber } from "./cliOptions.ts";
import { planeOf } from "./planeOf.ts";
import { planOf } from "./planOf.ts";
import { sealedSchedules } from "./sealedSchedules.ts";

const DAY = 86_400_000;

export const PACK_HELP = `hexbeat pack P.hexbeat --day 2024-05-01 [--days N] [--team NAME] -o FILE.html
hexbeat pack P.hexbeat --day 2024-05-01 --days N [--each-day] [--each-team] -o FILE.zip

Writes the tasking pack of the sealed schedule in force: one HTML file that a phone's browser runs without a network, with the day's treatment
hotspots, maps, the patrol timer and a log to hand back. It says nothing of hotspots on control; but a pack of several days holds what is to
come for whoever opens its text: --each-day writes one for each day instead, --each-team one for each team, into a ZIP archive.

  --day DATE       the first trial day
  --days 1         how many
  --team NAME      that team's hotspots only; otherwise the phone asks which team's
  --streets LAYER  lines for the maps; otherwise the layer whose name speaks of streets or roads
  --marking TEXT   protective marking on every screen, instead of the project's own`;

export async function packCommand(args: readonly string[]): Promise<unknown> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      day: { type: "string" }, days: { type: "string" }, team: { type: "string" }, streets: { type: "string" }, marking: { type: "string" },
      "each-day": { type: "boolean", default: false }, "each-team": { type: "boolean", default: false },
      output: { type: "string", short: "o" },
    },
  });
  const { output } = values;
  if (positionals.length !== 1) throw new InputError("Name one project: hexbeat pack P.hexbeat.");
  if (!output) throw new InputError("Say where to: -o FILE.html.");
  const first = day("--day", values.day), days = wholeNumber("--days", values.days) ?? 1;
  if (first === undefined) throw new InputError("Say the trial day: --day 2024-05-01.");
  return withProject(positionals[0], "read", async (project) => {
    const schedule = scheduleInForce(await sealedSchedules(project));
    if (!schedule) throw new InputError(`The trial's schedule is not sealed yet. Seal it with \`hexbeat randomise ${positionals[0]} --seal\`.`);
    const plane = await planeOf(project);
    if (!plane) throw new InputError("The project has no incidents, so its hotspots have no place on the ground. Import incidents first.");
    const input = {
      schedule, days, plane,
      from: (first - schedule.protocol.first) / DAY,
      team: values.team ?? null,
      patrolAreas: planOf(project).patrolAreas,
      streets: await streetsOf(project, values.streets),
      marking: values.marking ?? coverOf(project.opened.settings).marking,
    };
    const { bytes, packs } = packFiles(input, values["each-day"], values["each-team"]);
    if (packs.length > 1 !== output.endsWith(".zip")) throw new InputError(packs.length > 1 ? `${packs.length} packs go into an archive: end ${output} in .zip.` : `There is one pack: end ${output} in .html.`);
    atomicWrite(givenPath(output), bytes);
    return { file: output, bytes: bytes.byteLength, packs, from: isoDay(first), days, version: schedule.version, seal: schedule.seal };
  });
}

async function streetsOf(project: ProjectAtPath, named: string | undefined) {
  if (named !== undefined) return storedLayer(project, named);
  const { host, opened } = project;
  const layers = await Promise.all(opened.layers.map(({ id }) => host.getLayer({ id: opened.project.id, layer: id })));
  return streetLayer(layers)?.data ?? null;
}
