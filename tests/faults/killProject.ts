// SIGKILL at random moments: every acknowledged write must be there afterwards, and nothing half-done.

import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Random } from "../../core/stats/random.ts";
import type { LocalHost } from "../../electron/host.ts";
import { localHost, removeFolder, temporaryFolder } from "../support/testHost.ts";
import { incidentsOf, resultOf, stepOf, type Write } from "./killWrites.ts";

export interface KillTally {
  kills: number;
  /** Writes that the victims were told are safe. */
  acknowledged: number;
  /** Openings that had to recover something. */
  recovered: number;
  /** What was lost, half-done or unreadable, in words; empty is the goal. */
  readonly violations: string[];
}

const FRESH_AFTER = 20;

/** Kills a writing process `kills` times, 0 to 250 ms after it begins; every 20 kills on a new project. */
export async function killProject(kills: number, random: Random): Promise<KillTally> {
  const folder = temporaryFolder();
  const tally: KillTally = { kills: 0, acknowledged: 0, recovered: 0, violations: [] };
  const host = localHost(folder);
  try {
    let id = "";
    let writes: Write[] = [];
    for (; tally.kills < kills; tally.kills++) {
      if (tally.kills % FRESH_AFTER === 0) {
        id = (await host.createProject({ name: "Victim" })).id;
        await host.startHistory({ id, base: null });
        await host.closeProject({ id });
        writes = [];
      }
      const first = (writes.at(-1)?.n ?? -1) + 2; // the last, unacknowledged one may or may not be there
      const acknowledged = await runAndKill(folder, id, first, random.uniform() * 250);
      tally.acknowledged += acknowledged.length;
      writes.push(...acknowledged);
      try {
        tally.recovered += await inspect(host, id, writes, tally.violations);
      } catch (error) {
        tally.violations.push(`kill ${tally.kills + 1}: ${(error as Error).message}`);
        tally.kills += FRESH_AFTER - (tally.kills % FRESH_AFTER) - 1;
      }
      await host.closeProject({ id });
    }
  } finally {
    host.closeAll();
    removeFolder(folder);
  }
  return tally;
}

function runAndKill(folder: string, id: string, first: number, wait: number): Promise<Write[]> {
  const victim = spawn(process.execPath, [join(import.meta.dirname, "killedWriter.ts"), folder, id, String(first)]);
  let out = "";
  let err = "";
  let timer: NodeJS.Timeout | null = null;
  victim.stdout.on("data", (data: Buffer) => {
    out += data.toString();
    if (timer === null && out.includes("READY")) timer = setTimeout(() => victim.kill("SIGKILL"), wait);
  });
  victim.stderr.on("data", (data: Buffer) => (err += data.toString()));
  return new Promise((resolve, reject) => {
    victim.on("close", (_code, signal) => {
      if (signal !== "SIGKILL") reject(new Error(`the writer ended by itself: ${err}`));
      // A line that was cut off was not heard, so it was not acknowledged.
      const lines = out.slice(0, out.lastIndexOf("\n") + 1).split("\n");
      const acks = lines.map((line) => line.split(" ")).filter(([word]) => word === "ACK");
      resolve(acks.map(([, kind, n]) => ({ kind: kind as Write["kind"], n: Number.parseInt(n, 10) })));
    });
  });
}

/** @returns 1 where the opening recovered something. */
async function inspect(host: LocalHost, id: string, writes: readonly Write[], violations: string[]): Promise<number> {
  const expect = (holds: boolean, words: string): void => void (holds || violations.push(words));
  const opened = await host.openProject({ id });
  expect(opened.readOnly === null, `read-only after a kill: ${opened.readOnly}`);
  const stepNumbers = (opened.history?.steps ?? []).map((step) => Number.parseInt(step.label.slice(5), 10));
  expect(
    opened.history !== null && opened.history.steps.every((step, i) => JSON.stringify(step) === JSON.stringify(stepOf(stepNumbers[i]))),
    "a step is not as it was written",
  );
  expect(opened.history?.position === stepNumbers.length, "the position and the steps do not belong together");
  const found = new Set(stepNumbers);
  for (const { kind, n } of writes) expect(kind !== "step" || found.has(n), `the acknowledged step ${n} is gone`);
  // Of those that replace each other the last acknowledged one, or the one after it that was under way.
  const last = (kind: Write["kind"]): number => writes.findLast((write) => write.kind === kind)?.n ?? -1;
  if (opened.hasIncidents) {
    const table = await host.getIncidents({ id });
    const { n } = table.meta as { n: number };
    expect(n >= last("incidents"), `the acknowledged incidents ${last("incidents")} are gone`);
    expect(incidentsOf(n).columns.every((column, i) => Buffer.compare(column.bytes, table.columns[i].bytes) === 0), "incidents of two writes are mixed");
  } else expect(last("incidents") === -1, "the acknowledged incidents are gone");
  if (opened.results.length > 0) {
    const result = await host.getResult({ id, result: "surface" });
    const { n } = result.parameters as { n: number };
    expect(n >= last("result"), `the acknowledged result ${last("result")} is gone`);
    expect(JSON.stringify(result) === JSON.stringify(resultOf(n)), "a result is not as it was written");
  } else expect(last("result") === -1, "the acknowledged result is gone");
  return opened.notices.some((notice) => notice.startsWith("Recovered")) ? 1 : 0;
}
