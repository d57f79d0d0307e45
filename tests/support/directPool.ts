// A pool that runs each job at once in this thread, on copies as a worker would get them; `ran` tells which.

import { runJob } from "../../core/job.ts";
import { jobs } from "../../core/jobs.ts";
import type { JobPool } from "../../workers/pool.ts";
import { nodeContext } from "./nodeContext.ts";

export function directPool(size = 2): { readonly pool: JobPool; readonly ran: string[] } {
  const ran: string[] = [];
  const pool = {
    size,
    run: async (name: keyof typeof jobs, params: unknown, { signal }: { signal?: AbortSignal } = {}) => {
      signal?.throwIfAborted();
      ran.push(name);
      return runJob<never, unknown>(name, jobs[name] as never, structuredClone(params), nodeContext);
    },
    dispose: () => undefined,
  } as unknown as JobPool;
  return { pool, ran };
}
