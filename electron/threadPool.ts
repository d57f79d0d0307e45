// The pool of jobs on Node's worker threads, for the command line: the same queue, progress, cancel and transfers as in the window.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { createPool, type JobPool, type WorkerLike } from "../workers/pool.ts";
import { threadEndpoint } from "./threadEndpoint.ts";

/** The command line has no map to draw, so that every core may work; two threads at least, as in the window. */
export function createThreadPool(size = Math.max(2, Math.min(8, availableParallelism()))): JobPool {
  return createPool(startThread, size);
}

function startThread(): WorkerLike {
  const thread = new Worker(new URL("./jobThread.ts", import.meta.url));
  return { ...threadEndpoint(thread), terminate: () => thread.terminate() };
}
