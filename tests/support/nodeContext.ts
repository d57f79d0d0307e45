// The place a job runs in, for tests in Node: progress goes nowhere, HiGHS comes from its package.

import loadHighs from "highs";
import type { JobContext } from "../../core/job.ts";

export const nodeContext: JobContext = {
  progress: () => undefined,
  loadHighs: () => loadHighs(),
  elapsed: () => performance.now() / 1000,
  found: () => undefined,
};
