// The worker's end of the wire, whatever kind of worker it is: runs one job of core at a time and hands the result's buffers over.

import * as Comlink from "comlink";
import { runJob, type Job, type JobContext } from "../core/job.ts";
import { jobs, type JobName } from "../core/jobs.ts";
import { buffersOf } from "./buffersOf.ts";

/** Progress messages faster than this would only cost the main thread time. */
const PROGRESS_INTERVAL = 50; // ms

export interface JobWorker {
  run(name: JobName, params: unknown, onProgress: (fraction: number, note?: string) => void, onFound: (result: unknown) => void): Promise<unknown>;
}

/** @param loadHighs - loading its WebAssembly differs between browser and Node */
export const createJobWorker = (loadHighs: JobContext["loadHighs"]): JobWorker => ({
  async run(name, params, onProgress, onFound) {
    const began = performance.now();
    let last = -Infinity;
    let unsaid: unknown = null;
    const result: unknown = await runJob(name, jobs[name] as Job, params, {
      progress(fraction, note) {
        const now = performance.now();
        if (now - last < PROGRESS_INTERVAL && fraction < 1) return;
        last = now;
        onProgress(fraction, note);
        if (unsaid !== null) onFound(unsaid);
        unsaid = null;
      },
      loadHighs,
      elapsed: () => (performance.now() - began) / 1000,
      found: (result) => (unsaid = result),
    });
    // A bare number or text has no buffers, and cannot be marked.
    return typeof result === "object" && result !== null ? Comlink.transfer(result, buffersOf(result)) : result;
  },
});
