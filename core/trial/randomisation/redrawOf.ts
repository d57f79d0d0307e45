// The rule of a scheme that draws again until arms are balanced, as draws of inference must follow it.

import type { TrialDraw } from "../protocol.ts";
import type { DrawUnit } from "../schedule/blocks.ts";
import { imbalanceOf } from "../schedule/imbalanceOf.ts";
import type { Redraw } from "./drawnSums.ts";
import type { RandomisedBlock } from "./randomisedBlocks.ts";

/** undefined where the first draw stands. */
export const redrawOf = (blocks: readonly RandomisedBlock[], units: readonly DrawUnit[], days: number, share: number, redraw: TrialDraw["redraw"]): Redraw | undefined =>
  redraw ? { blocks, rows: days * units.length, accept: (arms) => imbalanceOf(units, days, share, arms).worst <= redraw.most } : undefined;
