// The trade-off curve of a fleet: what it is asked with and what it answers.

import type { Allocation } from "../posting/allocation.ts";
import type { PostingParams } from "../posting/postingParams.ts";
import type { PostedTradeOff } from "./paretoSearch.ts";
import type { TradeOff } from "./tradeOff.ts";

export interface FrontierRequest {
  readonly params: PostingParams;
  /** A place is covered within this distance of a vehicle, m; for kinds without one of their own. */
  readonly radius: number;
  /** Each weighted sum is solved until its proved gap is no more than this share. */
  readonly gap: number;
  /** s for each weighted sum, and for the search between two of their solutions. */
  readonly timeLimit: number;
}

export interface FrontierPoint extends Pick<Allocation, "chosen" | "kinds">, TradeOff {
  /** Best for some weighing of coverage and mean distance, as far as is known. */
  readonly supported: boolean;
  /** Proved: no allocation is at least as good on both and better on one. */
  readonly proven: boolean;
  /** No allocation that covers as much has a mean distance less by more than this, m; 0 where proven. */
  readonly slack: number;
}

export interface Frontier {
  /** None is better than another on both, by rising coverage and distance. */
  readonly points: readonly FrontierPoint[];
  /** Corners of the proved bound: no allocation is below or to the right of it. By rising coverage. */
  readonly envelope: readonly TradeOff[];
  /** The points are proved to be all there are, but for those that differ by under a millionth of the demand or of a metre. */
  readonly exact: boolean;
}

/** Of a job that looks between two neighbours. */
export interface FrontierBetween {
  /** None dominates another, the ends among them if none is better; by rising coverage. */
  readonly points: readonly PostedTradeOff[];
  /** These are all there are between the ends, but for those that differ by under a millionth of the demand or of a metre. */
  readonly exact: boolean;
}
