// `hexbeat replay`: runs the request of every stored result again and compares the numbers.

import { InputError } from "../core/errors.ts";
import type { ResultSummary } from "../core/host.ts";
import { unpackTable } from "../core/incidents/packedTable.ts";
import type { IncidentTable } from "../core/incidents/table.ts";
import { completeRequest, type StoredRequest } from "../core/replay.ts";
import { runNamedJob } from "./cliJob.ts";
import { withProject, type ProjectAtPath } from "./cliFiles.ts";
import { firstDifference, type Difference } from "./sameNumbers.ts";

export const REPLAY_HELP = `hexbeat replay P.hexbeat

Runs every stored result's job again, with the parameters, filter and seed kept with it, on the project's incidents,
and compares: whole numbers exactly, others to 1e-12 of the largest beside them. Exit code 1 where one differs.`;

export interface Replayed extends Pick<ResultSummary, "id" | "job" | "title" | "made" | "version"> {
  readonly same: boolean;
  /** The first number that is not as it was. */
  readonly difference: Difference | null;
}

export async function replayCommand(args: readonly string[]): Promise<{ readonly results: readonly Replayed[]; readonly same: boolean }> {
  if (args.length !== 1) throw new InputError("Name one project: hexbeat replay P.hexbeat.");
  return withProject(args[0], "read", async (project) => {
    const { host, opened } = project;
    const table = opened.hasIncidents ? unpackTable(await host.getIncidents({ id: opened.project.id })) : null;
    const results: Replayed[] = [];
    for (const summary of opened.results) results.push(await replay(project, summary, table));
    const differing = results.filter(({ same }) => !same).length;
    console.error(`hexbeat: ${results.length} results run again, ${differing === 0 ? "all the same" : `${differing} not the same`}.`);
    return { results, same: differing === 0 };
  });
}

async function replay({ host, opened }: ProjectAtPath, summary: ResultSummary, table: IncidentTable | null): Promise<Replayed> {
  const { id, job, title, made, version } = summary;
  const stored = await host.getResult({ id: opened.project.id, result: id });
  const was = (stored.value as { readonly numbers: Readonly<Record<string, unknown>> }).numbers;
  const request = stored.request as StoredRequest;
  const result = (await runNamedJob(request.job, completeRequest(request, table))) as Readonly<Record<string, unknown>>;
  // Only the numbers that were kept: a later version may answer more.
  const is = Object.fromEntries(Object.keys(was).map((name) => [name, result[name]]));
  const difference = firstDifference(was, is);
  return { id, job, title, made, version, same: difference === null, difference };
}
