// Runs a job on the pool with its line in the status bar: progress, time, cancel.

import type { JobInput, JobName, JobResult } from "../../core/jobs.ts";
import type { JobPool } from "../../workers/pool.ts";
import { useStore, type RunningJob } from "../store.ts";

let next = 1;

export const thePool = (): JobPool => {
  const { pool } = useStore.getState();
  if (!pool) throw new Error("The worker pool has not been started");
  return pool;
};

/**
 * Shows a line in the status bar while `work` runs; `work` gets the signal and the progress function. `canCancel` is
 * false for what must not stop half way.
 */
export async function withProgress<T>(
  title: string,
  work: (options: { signal: AbortSignal; onProgress: (fraction: number, note?: string) => void }) => Promise<T>,
  canCancel = true,
): Promise<T> {
  const controller = new AbortController();
  const job: RunningJob = { id: next++, title, fraction: 0, note: "", cancel: canCancel ? () => controller.abort() : null };
  const change = (patch: Partial<RunningJob>): void =>
    useStore.setState((state) => ({
      jobs: state.jobs.map((other) => (other.id === job.id ? { ...other, ...patch } : other)),
    }));
  useStore.setState((state) => ({ jobs: [...state.jobs, job] }));
  try {
    return await work({
      signal: controller.signal,
      onProgress: (fraction, note) => change(note === undefined ? { fraction } : { fraction, note }),
    });
  } finally {
    useStore.setState((state) => ({ jobs: state.jobs.filter((other) => other.id !== job.id) }));
  }
}

export const runJob = <Name extends JobName>(title: string, name: Name, params: JobInput<Name>): Promise<JobResult<Name>> =>
  withProgress(title, (options) => thePool().run(name, params, options));
