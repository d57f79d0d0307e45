// The worker's end of the wire: runs one job of core at a time and hands the result's buffers over.

import * as Comlink from "comlink";
import loadHighs from "highs";
import highsRuntime from "highs/runtime?url";
import { runJob, type Job } from "../core/job.ts";
import { jobs, type JobName } from "../core/jobs.ts";
import { buffersOf } from "./buffersOf.ts";

/** Progress messages faster than this would only cost the main thread time. */
const PROGRESS_INTERVAL = 50; // ms

const worker = {
  async run(name: JobName, params: unknown, onProgress: (fraction: number, note?: string) => void): Promise<unknown> {
    let last = -Infinity;
    const result: unknown = await runJob(name, jobs[name] as Job, params, {
      progress(fraction, note) {
        const now = performance.now();
        if (now - last < PROGRESS_INTERVAL && fraction < 1) return;
        last = now;
        onProgress(fraction, note);
      },
      loadHighs: () => loadHighs({ locateFile: () => highsRuntime }),
    });
    return Comlink.transfer(result, buffersOf(result));
  },
};

export type JobWorker = typeof worker;

Comlink.expose(worker);
