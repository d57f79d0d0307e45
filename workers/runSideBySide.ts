// One job several times at once on the pool, told as one progress.

import type { JobInput, JobName, JobResult } from "../core/jobs.ts";
import type { JobPool, RunOptions } from "./pool.ts";

/** Results in the order of `requests`; the progress is the mean of theirs. */
export function runSideBySide<Name extends JobName>(
  pool: JobPool,
  name: Name,
  requests: readonly JobInput<Name>[],
  { signal, onProgress }: RunOptions,
): Promise<JobResult<Name>[]> {
  const done = requests.map(() => 0);
  return Promise.all(
    requests.map((request, i) =>
      pool.run(name, request, {
        signal,
        onProgress(fraction, note) {
          done[i] = fraction;
          onProgress?.(done.reduce((a, b) => a + b, 0) / done.length, note);
        },
      }),
    ),
  );
}
