// Results live in the project, with the parameters actually used, and come back when it is opened again.

import type { JsonValue } from "../../core/json.ts";
import type { StoredRequest } from "../../core/replay.ts";
import { useStore } from "../store.ts";
import type { Coverage, Density } from "../shownResults.ts";
import { theHost } from "./theHost.ts";

interface NewResult {
  readonly job: "kernelDensity" | "maximalCovering";
  readonly title: string;
  readonly parameters: JsonValue;
  readonly request: StoredRequest;
  /** What is drawn. */
  readonly value: Density | Coverage;
  /** The job's own numbers, which `hexbeat replay` compares. */
  readonly numbers: Readonly<Record<string, unknown>>;
}

interface Stored {
  readonly shown: Density | Coverage;
  readonly numbers: Readonly<Record<string, unknown>>;
}

export async function keepResult({ value, numbers, ...summary }: NewResult): Promise<void> {
  const { project, readOnly, about, results } = useStore.getState();
  if (!project || readOnly) return;
  const taken = results.map(({ id }) => Number(/^result-(\d+)$/.exec(id)?.[1] ?? 0));
  const kept = {
    job: summary.job,
    title: summary.title,
    parameters: summary.parameters,
    id: `result-${Math.max(0, ...taken) + 1}`,
    made: new Date().toISOString(),
    version: about?.version ?? "",
  };
  const stored: Stored = { shown: value, numbers };
  await theHost().putResult({ id: project.id, result: { ...kept, request: summary.request, value: stored } });
  useStore.setState((state) => ({ results: [kept, ...state.results] }));
}

export async function showResult(id: string): Promise<void> {
  const { project } = useStore.getState();
  if (!project) return;
  const result = await theHost().getResult({ id: project.id, result: id });
  const { shown } = result.value as Stored;
  useStore.setState(result.job === "kernelDensity" ? { density: shown as Density } : { coverage: shown as Coverage });
}

/** The latest of each kind is on the map again after opening. */
export async function restoreResults(): Promise<void> {
  const { results } = useStore.getState();
  for (const job of ["kernelDensity", "maximalCovering"]) {
    const latest = results.filter((result) => result.job === job).reduce<string | null>(
      (found, { id, made }) => (found === null || made > (results.find((other) => other.id === found)?.made ?? "") ? id : found),
      null,
    );
    if (latest !== null) await showResult(latest);
  }
}

export async function deleteResult(id: string): Promise<void> {
  const { project } = useStore.getState();
  if (!project) return;
  await theHost().deleteResult({ id: project.id, result: id });
  useStore.setState((state) => ({ results: state.results.filter((result) => result.id !== id) }));
}
