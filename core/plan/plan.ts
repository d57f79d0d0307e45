// The Plan: what the user edits, as one immutable value in metres of the project's Plane.

import type { Window } from "../forecast/events.ts";
import type { Point, Polygon, Shape } from "../geo/types.ts";
import type { TrialProtocol } from "../trial/protocol.ts";

export interface Hotspot {
  readonly id: string;
  readonly name: string;
  readonly shape: Shape;
  /** 1 = the most incidents when it was promoted; null when placed by hand. */
  readonly rank: number | null;
  readonly note: string;
  /** A locked hotspot is not moved by hand or by a proposal. */
  readonly locked: boolean;
  /** Hours of the day (0 to 23) in which patrols are offered; not given: all of them. */
  readonly hours?: readonly number[];
}

export interface PatrolArea {
  readonly id: string;
  readonly name: string;
  /** The hotspot it belongs to; null when it stands by itself. */
  readonly hotspot: string | null;
  readonly shape: Polygon;
  readonly note: string;
}

/** An area that is to hold no hotspot, and why. */
export interface Exclusion {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly shape: Polygon;
  /** The rule that made it, in words with its numbers ("Schools: places, 30 m"); not given: drawn by hand. */
  readonly rule?: string;
  /** Why it does not hold here, in the specialist's own words: it is listed and excludes nothing. */
  readonly overruled?: string;
}

/** What an offence counts in harm: a table of the user's own, such as the Cambridge Crime Harm Index. */
export interface HarmTable {
  /** The file it came from. */
  readonly name: string;
  /** Days of imprisonment for one offence of a name or category, as the incidents call it. */
  readonly weights: readonly { readonly offence: string; readonly days: number }[];
}

/** Where and when a person expects crime: one event for the forecast of one temporal block. */
export interface ExpertPoint {
  readonly id: string;
  readonly name: string;
  readonly place: Point;
  /** The hours of the day in which it is expected. */
  readonly window: Window;
  /** The first day of the temporal block that it speaks of: midnight of local civil time read as UTC, ms. */
  readonly block: number;
  readonly note: string;
  /** Who expects it, in the person's own words. */
  readonly author: string;
}

export interface Plan {
  readonly hotspots: readonly Hotspot[];
  readonly patrolAreas: readonly PatrolArea[];
  readonly exclusions: readonly Exclusion[];
  readonly expertPoints: readonly ExpertPoint[];
  /** null: no table was given, and harm is not told. */
  readonly harm: HarmTable | null;
  /** null: no trial is planned. What has been sealed lies in the project's results, out of reach of undo. */
  readonly trial: TrialProtocol | null;
  /** Radius of the buffer about each hotspot, m: two buffers must not overlap. */
  readonly buffer: number;
  /** Edge of a new hexagon, m. */
  readonly side: number;
  /** The number in the next new id and name; never used twice. */
  readonly next: number;
}

/** The Thames Valley trial's numbers: 150 m edges, 75 m buffers. */
export const EMPTY_PLAN: Plan = {
  hotspots: [],
  patrolAreas: [],
  exclusions: [],
  expertPoints: [],
  harm: null,
  trial: null,
  buffer: 75,
  side: 150,
  next: 1,
};
