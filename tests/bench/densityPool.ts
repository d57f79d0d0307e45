// A pool of Node worker threads with the contract of workers/pool.ts, for benchmarks: same jobs, same copies and transfers.

import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { runJob } from "../../core/job.ts";
import { kernelDensity } from "../../core/stats/kernelDensity.ts";
import { smoothDensity } from "../../core/stats/smoothDensity.ts";
import { spreadDensity } from "../../core/stats/spreadDensity.ts";
import { buffersOf } from "../../workers/buffersOf.ts";
import type { JobPool } from "../../workers/pool.ts";
import { nodeContext } from "../support/nodeContext.ts";

const jobs = { kernelDensity, spreadDensity, smoothDensity };

export function createThreadPool(size: number): JobPool {
  const idle = Array.from({ length: size }, () => new Worker(new URL(import.meta.url)));
  const all = [...idle];
  const waiting: ((worker: Worker) => void)[] = [];
  return {
    size,
    async run(name, params, { transfer = [] } = {}) {
      const worker = idle.pop() ?? (await new Promise<Worker>((resolve) => waiting.push(resolve)));
      const result = await new Promise<never>((resolve, reject) => {
        worker.once("message", (answer: { result: never; failure?: string }) => (answer.failure ? reject(new Error(answer.failure)) : resolve(answer.result)));
        worker.postMessage({ name, params }, [...transfer]);
      });
      const next = waiting.shift();
      if (next) next(worker);
      else idle.push(worker);
      return result;
    },
    dispose() {
      for (const worker of all) void worker.terminate();
    },
  };
}

if (!isMainThread) {
  parentPort?.on("message", ({ name, params }: { name: keyof typeof jobs; params: unknown }) => {
    void runJob<never, unknown>(name, jobs[name] as never, params, nodeContext).then(
      (result) => parentPort?.postMessage({ result }, buffersOf(result)),
      (error: unknown) => parentPort?.postMessage({ failure: String(error) }),
    );
  });
}
