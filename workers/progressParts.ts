// A stretch of a longer job's progress: what runs inside counts from 0 to 1 and is told as `from` to `to`.

import type { RunOptions } from "./pool.ts";

export const progressParts = ({ signal, onProgress }: RunOptions, from: number, to: number): RunOptions => ({
  signal,
  onProgress: (fraction, note) => onProgress?.(from + (to - from) * fraction, note),
});
