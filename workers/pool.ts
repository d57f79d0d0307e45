// The pool that runs core's jobs in Web Workers: progress, cancel by ending the worker, results transferred.

import * as Comlink from "comlink";
import { InputError } from "../core/errors.ts";
import type { JobInput, JobName, JobResult } from "../core/jobs.ts";
import type { JobWorker } from "./serveJobs.ts";

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number, note?: string) => void;
  /** The best so far of a job that searches, in the shape of its result. */
  readonly onFound?: (result: unknown) => void;
  /** Buffers in the parameters that the caller gives up, so that they are handed over instead of copied. */
  readonly transfer?: readonly ArrayBuffer[];
}

export interface JobPool {
  /** How many jobs can run at the same time; work that can be split is split into this many parts. */
  readonly size: number;
  /**
   * @throws DOMException "AbortError" when cancelled, InputError when the parameters do not fit, and any other
   * error as a bug of ours.
   */
  run<Name extends JobName>(name: Name, params: JobInput<Name>, options?: RunOptions): Promise<JobResult<Name>>;
  dispose(): void;
}

/** A Web Worker, or a thread of Node in its shape. */
export interface WorkerLike extends Comlink.Endpoint {
  terminate(): unknown;
}

interface Slot {
  worker: WorkerLike;
  remote: Comlink.Remote<JobWorker>;
}

export function createPool(makeWorker: () => WorkerLike, size: number): JobPool {
  const start = (): Slot => {
    const worker = makeWorker();
    return { worker, remote: Comlink.wrap<JobWorker>(worker) };
  };
  const idle: Slot[] = [];
  const waiting: ((slot: Slot) => void)[] = [];
  let started = 0;
  let disposed = false;

  const acquire = async (signal?: AbortSignal): Promise<Slot> => {
    const free = idle.pop();
    if (free) return free;
    if (started < size) {
      started += 1;
      return start();
    }
    return new Promise((resolve, reject) => {
      // Who waits in the queue leaves it at once.
      const leave = (): void => {
        waiting.splice(waiting.indexOf(take), 1);
        reject(signal?.reason);
      };
      const take = (slot: Slot): void => {
        signal?.removeEventListener("abort", leave);
        resolve(slot);
      };
      signal?.addEventListener("abort", leave, { once: true });
      waiting.push(take);
    });
  };
  const release = (slot: Slot): void => {
    if (disposed) return void slot.worker.terminate();
    const next = waiting.shift();
    if (next) next(slot);
    else idle.push(slot);
  };

  return {
    size,
    async run(name, params, { signal, onProgress, onFound, transfer = [] } = {}) {
      signal?.throwIfAborted();
      const slot = await acquire(signal);
      if (signal?.aborted) {
        release(slot);
        throw signal.reason;
      }
      let replaced = false;
      const over = new AbortController();
      const stopped = new Promise<never>((_resolve, reject) => {
        const replace = (reason: unknown): void => {
          if (replaced) return;
          replaced = true;
          slot.worker.terminate();
          release(start());
          reject(reason);
        };
        // Ending the worker stops any loop at once, so that no job needs to look for a cancel.
        signal?.addEventListener("abort", () => replace(signal.reason), { once: true, signal: over.signal });
        slot.worker.addEventListener("error", (event) => replace(new Error((event as { readonly message?: string }).message || "The worker stopped.")), { once: true, signal: over.signal });
      });
      const progress = Comlink.proxy((fraction: number, note?: string) => {
        if (!replaced) onProgress?.(fraction, note);
      });
      const found = Comlink.proxy((best: unknown) => {
        if (!replaced) onFound?.(best);
      });
      try {
        const result = await Promise.race([slot.remote.run(name, Comlink.transfer(params, [...transfer]), progress, found), stopped]);
        return result as JobResult<typeof name>;
      } catch (error) {
        if (error instanceof Error && error.name === "InputError") throw new InputError(error.message);
        throw error;
      } finally {
        // A worker outlives its jobs: what listened for this one goes.
        over.abort();
        if (!replaced) {
          replaced = true;
          release(slot);
        }
      }
    },
    dispose() {
      disposed = true;
      for (const slot of idle) slot.worker.terminate();
      idle.length = 0;
    },
  };
}
