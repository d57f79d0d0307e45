// The pool as the renderer makes it: two workers or more, one core left to the map.

import { createPool, type JobPool } from "./pool.ts";

export function createBrowserPool(cores: number): JobPool {
  const size = Math.max(2, Math.min(8, cores - 1));
  return createPool(() => new Worker(new URL("./jobWorker.ts", import.meta.url), { type: "module", name: "hexbeat-job" }), size);
}
