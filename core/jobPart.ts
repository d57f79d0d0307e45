// A job inside a job: a stretch of its progress, and a clock of its own for time limits.

import type { JobContext } from "./job.ts";

/** Progress inside counts from 0 to 1 and is told as `from` to `to`; what is found inside is the caller's to tell. */
export function jobPart(context: JobContext, from: number, to: number): JobContext {
  const began = context.elapsed();
  return {
    ...context,
    progress: (fraction, note) => context.progress(from + (to - from) * fraction, note),
    elapsed: () => context.elapsed() - began,
    found: () => undefined,
  };
}
