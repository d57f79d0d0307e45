// What is chosen on the pages of hotspot design before a button is pressed.

export interface PlacementDraft {
  /** Hexagons to place. */
  readonly k: number;
  readonly rotate: boolean;
  readonly counts: "incidents" | "harm";
  /** True: every hotspot stays and the new ones come beside them. */
  readonly adds: boolean;
  /** For search and proof together. */
  readonly seconds: number;
  readonly seed: number;
}

export interface TargetDraft {
  /** Of the incidents, 0 to 1. */
  readonly share: number;
  /** Cells within so many rings of each other belong together. */
  readonly join: number;
}

export interface OutlineDraft {
  readonly how: "smooth" | "streets";
  /** m around the cells. */
  readonly margin: number;
  /** The layer of roads; null: none is chosen. */
  readonly roads: string | null;
  /** m to each side of a street. */
  readonly width: number;
  /** Whether exclusions are cut out. */
  readonly keepsOut: boolean;
}

export interface MeterDraft {
  /** On foot, km/h. */
  readonly speed: number;
  /** How far "just outside" reaches, m. */
  readonly outside: number;
  /** Whether every offence is counted beside those that the filter keeps. */
  readonly everyOffence: boolean;
}

export interface DesignDraft {
  readonly placement: PlacementDraft;
  readonly target: TargetDraft;
  readonly outline: OutlineDraft;
  readonly meter: MeterDraft;
}

/** The second trial's target is 30 % of violence; 4.5 km/h is a patrolling walk. */
export const START_DESIGN_DRAFT: DesignDraft = {
  placement: { k: 20, rotate: true, counts: "incidents", adds: false, seconds: 30, seed: 1 },
  target: { share: 0.3, join: 1 },
  outline: { how: "smooth", margin: 25, roads: null, width: 30, keepsOut: true },
  meter: { speed: 4.5, outside: 100, everyOffence: false },
};
