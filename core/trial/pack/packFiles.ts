// Tasking packs of a period as one file to save: one pack for everybody, or an archive with one for each day or team.

import { zipFiles } from "../../formats/zipFiles.ts";
import { packFileName, taskingPack, type TaskingPackInput } from "./taskingPack.ts";
import { teamsOf, treatedUnits } from "./treatedUnits.ts";

export interface PackFiles {
  /** Of the file: a page where there is one pack, a ZIP archive of several. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Names of the packs. A day on which a team has no treatment has none. */
  readonly packs: readonly string[];
}

/** @throws InputError as `taskingPack` does, and where no pack is left */
export function packFiles(input: TaskingPackInput, eachDay: boolean, eachTeam: boolean): PackFiles {
  const days = eachDay ? Array.from({ length: input.days }, (_, i) => ({ from: input.from + i, days: 1 })) : [input];
  const teams = teamsOf(input.schedule.protocol);
  const forTeams = eachTeam && input.team === null && teams.length > 0 ? teams : [input.team];
  const inputs = days.flatMap(({ from, days: length }) => forTeams.map((team): TaskingPackInput => ({ ...input, from, days: length, team })));
  const wanted = inputs.filter(({ schedule, from, days: length, team }) => Array.from({ length }, (_, i) => treatedUnits(schedule, from + i, team)).some((units) => units.length > 0));
  // Nothing to patrol at all is refused with the reason.
  const files = (wanted.length > 0 ? wanted : [input]).map((one) => [packFileName(one), taskingPack(one)] as const);
  const [[name, page]] = files;
  const packs = files.map(([file]) => file);
  return files.length === 1 ? { name, bytes: new TextEncoder().encode(page), packs } : { name: packFileName(input).replace(/html$/, "zip"), bytes: zipFiles(files), packs };
}
