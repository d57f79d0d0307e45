// Results of hotspot design as they are drawn and told.

import type { NudgeProposal } from "../core/hotspots/proposeNudge.ts";
import type { Filter } from "../core/incidents/filter.ts";
import type { Hexagon, Shape } from "../core/geo/types.ts";
import type { JobResult } from "../core/jobs.ts";
import type { PlacementDraft, TargetDraft } from "./designDraft.ts";
import type { MadeFrom } from "./madeFrom.ts";

/** A hexagon that "best place nearby" moved. */
export interface Nudge extends Pick<NudgeProposal, "inside" | "before" | "moved" | "turned"> {
  readonly id: string;
  readonly name: string;
}

type Placed = JobResult<"placeHexagons">;

/** A proposed set of hexagons, against those placed by hand and the best cells of the fixed tessellation. */
export interface ShownPlacement extends MadeFrom {
  readonly asked: PlacementDraft;
  /** Of the hexagons, m. */
  readonly side: number;
  /** Hotspots that the set would replace, as they stood, with what was inside each. */
  readonly replaced: readonly { readonly id: string; readonly name: string; readonly shape: Hexagon; readonly inside: number }[];
  /** Hotspots that stay: locked, drawn, or with patrol areas; all of them where the set is added. */
  readonly standing: number;
  readonly found: Placed;
  /** Spacing rules that the plan breaks, or would break with the hexagons in it. */
  readonly violations: { readonly byHand: number; readonly greedy: number; readonly proposed: number };
  /** Ended by the person before its proof. */
  readonly stopped: boolean;
}

/** A search under way: the best so far is on the map. */
export interface PlacementSearch {
  readonly best: Placed | null;
  /** Ends it; the best so far stays. */
  readonly keep: () => void;
}

/** The cells that hold a target share of crime, and where they concentrate. */
export interface ShownTargetCells extends MadeFrom {
  readonly asked: TargetDraft;
  /** Of the cells, m. */
  readonly side: number;
  readonly found: JobResult<"crimeConcentrations">;
}

/** "C3": most incidents first. */
export const concentrationName = (group: number): string => `C${group + 1}`;

/** How concentrated crime is over cells, and where the plan stood. */
export interface ShownConcentration extends MadeFrom {
  readonly counts: PlacementDraft["counts"];
  /** Of the cells, m. */
  readonly side: number;
  /** The plan's hotspots and patrol areas. */
  readonly shapes: readonly Shape[];
  readonly found: JobResult<"concentrationOfCrime">;
}

/** What the filter would keep if it asked for no offence and no domestic flag. */
export interface EveryOffence {
  readonly of: Filter;
  readonly index: JobResult<"buildPointIndex">;
}
