// Shares along an axis.

import { percent } from "../ui/format.ts";

/** "40 %", and "40.5 %" where a whole percent would not say it. */
export const percentTick = (share: number): string => percent(share, Math.abs(100 * share - Math.round(100 * share)) < 1e-6 ? 0 : 1);
