// Results of hotspot design as they are drawn and told.

import type { NudgeProposal } from "../core/hotspots/proposeNudge.ts";
import { sameFilter } from "../core/incidents/sameFilter.ts";
import type { Filter } from "../core/incidents/filter.ts";
import type { Hexagon } from "../core/geo/types.ts";
import type { JobResult } from "../core/jobs.ts";
import type { PlacementDraft } from "./designDraft.ts";
import type { State } from "./store.ts";

/** The filter, and how many incidents the project held, as they were when a result was made. */
export interface MadeFrom {
  readonly filter: Filter;
  readonly known: number;
}

/** What has changed since, each in words; empty where it would come out the same today. */
export const staleReasons = ({ filter, known }: MadeFrom, state: Pick<State, "filter" | "incidents">): string[] => [
  ...(sameFilter(filter, state.filter) ? [] : ["the filter"]),
  ...((state.incidents?.table.length ?? 0) === known ? [] : ["the incidents"]),
];

/** A hexagon that "best place nearby" moved. */
export interface Nudge extends Pick<NudgeProposal, "inside" | "before" | "moved" | "turned"> {
  readonly id: string;
  readonly name: string;
}

/** A proposed set of hexagons. */
export interface ShownPlacement extends MadeFrom {
  readonly asked: PlacementDraft;
  /** Of the hexagons, m. */
  readonly side: number;
  /** Hotspots that the set would replace, as they stood. */
  readonly replaced: readonly { readonly id: string; readonly name: string; readonly shape: Hexagon }[];
  /** Hotspots that stay: locked, drawn, or with patrol areas; all of them where the set is added. */
  readonly standing: number;
  readonly found: JobResult<"placeHexagons">;
  /** Ended by the person before its proof. */
  readonly stopped: boolean;
}

/** A search under way: the best so far is on the map. */
export interface PlacementSearch {
  readonly best: ShownPlacement | null;
  /** Ends it; the best so far stays. */
  readonly keep: () => void;
}
