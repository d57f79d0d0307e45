// Runs one of core's jobs on the command line, in this process.

import loadHighs from "highs";
import { InputError } from "../core/errors.ts";
import { runJob, type Job, type JobContext } from "../core/job.ts";
import { isJobName, jobs, type JobName } from "../core/jobs.ts";

const context = (): JobContext => {
  const began = performance.now();
  return {
    progress: () => undefined,
    loadHighs: () => loadHighs(),
    elapsed: () => (performance.now() - began) / 1000,
    found: () => undefined,
  };
};

/** @throws InputError for a name that is no job's, and for parameters that do not fit. */
export function runNamedJob(name: string, params: unknown): Promise<unknown> {
  const job: Job = jobs[jobName(name)] as Job;
  return runJob(name, job, params, context());
}

export function jobName(name: string): JobName {
  if (isJobName(name)) return name;
  throw new InputError(`There is no job "${name}". The jobs are: ${Object.keys(jobs).join(", ")}.`);
}
