// The sealed schedules of a project's trial, and the way a new version is kept.

import type { SealedSchedule } from "../core/trial/sealedSchedule.ts";
import { recordOfSealed } from "../core/trial/schedule/recordOfSealed.ts";
import { appVersion } from "./appVersion.ts";
import type { ProjectAtPath } from "./cliFiles.ts";

/** Every version, in order. */
export async function sealedSchedules({ host, opened }: ProjectAtPath): Promise<SealedSchedule[]> {
  const results = opened.results.filter(({ job }) => job === "randomiseSchedule");
  const stored = await Promise.all(results.map(({ id }) => host.getResult({ id: opened.project.id, result: id })));
  return stored.map(({ value }) => (value as { readonly shown: SealedSchedule }).shown).sort((a, b) => a.version - b.version);
}

export async function keepSealed({ host, opened }: ProjectAtPath, sealed: SealedSchedule): Promise<void> {
  const { value, numbers, ...record } = recordOfSealed(sealed);
  const taken = opened.results.map(({ id }) => Number.parseInt(/^result-(\d+)$/.exec(id)?.[1] ?? "0", 10));
  const result = { ...record, id: `result-${Math.max(0, ...taken) + 1}`, made: sealed.made, version: appVersion(), value: { shown: value, numbers } };
  await host.putResult({ id: opened.project.id, result });
}
