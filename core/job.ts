// What a Job is: a slow pure function with a schema, run in a worker with progress; cancelling ends the worker.

import type { Highs } from "highs";
import { InputError } from "./errors.ts";
import type { z } from "./schema.ts";

/** What a job may ask of the place it runs in. */
export interface JobContext {
  /** `fraction` from 0 to 1; `note` says in words what is being done. Cheap to call often: the pool thins it out. */
  progress(fraction: number, note?: string): void;
  /** The HiGHS solver; loading its WebAssembly differs between browser and Node. */
  loadHighs(): Promise<Highs>;
  /** Seconds since the job began: for time limits only, never for a result. */
  elapsed(): number;
  /**
   * The best so far in the shape of the job's result, so that a cancelled job need not be lost. Cheap to call: the pool thins
   * it out, but the last one before a `progress` always arrives.
   */
  found(result: unknown): void;
}

export interface Job<Schema extends z.ZodType = z.ZodType, Result = unknown> {
  /** One line for the command line's list and the log. */
  readonly title: string;
  readonly params: Schema;
  run(params: z.output<Schema>, context: JobContext): Result | Promise<Result>;
}

/** Keeps the precise types of a job's schema and result. */
export function defineJob<Schema extends z.ZodType, Result>(job: Job<Schema, Result>): Job<Schema, Result> {
  return job;
}

/**
 * Checks the parameters and runs the job.
 * @throws InputError that names each parameter that does not fit, its limit, and where the list of them is.
 */
export async function runJob<Schema extends z.ZodType, Result>(
  name: string,
  job: Job<Schema, Result>,
  params: unknown,
  context: JobContext,
): Promise<Result> {
  const checked = job.params.safeParse(params);
  if (!checked.success) {
    const faults = checked.error.issues.map((issue) => `${issue.path.join(".") || "parameters"}: ${issue.message}`);
    throw new InputError(`${name} cannot run: ${faults.join("; ")}. See \`hexbeat jobs ${name}\` for what it takes.`);
  }
  // A job that solves many small problems loads the solver once; afterwards its memory goes with the job.
  let highs: Promise<Highs> | undefined;
  return job.run(checked.data, { ...context, loadHighs: () => (highs ??= context.loadHighs()) });
}
