// The problem of placing hotspots: k hexagons anywhere with most incidents inside, buffers disjoint, obstacles kept clear.

import { InputError } from "../../errors.ts";
import { mergeStacks } from "../../geo/mergeStacks.ts";
import type { Hexagon, Point, Polygon, Shape } from "../../geo/types.ts";
import type { Obstacle } from "../obstacles.ts";

/**
 * Choose at most k regular hexagons of one side, centres and rotations continuous, so that
 * Σ weight inside (boundary included, each location once) is most, subject to
 * - a gap of at least 2 · buffer between any two, and each obstacle's own gap (gapTooSmall: less than 1 µm short passes);
 * - every centre in the region, where one is given.
 */
export interface PlacementProblem {
  /** Distinct locations, m, and what each weighs: incidents, or days of harm; never negative. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight: Float64Array;
  /** Edge of every hexagon, m. */
  readonly side: number;
  /** Radius of the buffer about each, m. */
  readonly buffer: number;
  /** Hexagons to place at most. */
  readonly k: number;
  /** False: every hexagon keeps `rotation`. */
  readonly rotate: boolean;
  /** Of the fixed tessellation, and of every hexagon where they may not turn, radians. */
  readonly rotation: number;
  /** Centre of one cell of the fixed tessellation, m. */
  readonly origin: Point;
  /** Locked hotspots and patrol areas at 2 · buffer (spacing.ts: between two grounds no buffers overlap), exclusions at 0. */
  readonly obstacles: readonly Obstacle[];
  /** Where centres may lie; anywhere where not given. */
  readonly region?: readonly Polygon[];
}

export interface PlacementInput {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight?: Float64Array;
  readonly side: number;
  readonly buffer: number;
  readonly k: number;
  readonly rotate: boolean;
  readonly rotation: number;
  readonly origin?: Point;
  readonly locked: readonly Shape[];
  readonly patrolAreas: readonly Polygon[];
  readonly exclusions: readonly Polygon[];
  readonly area?: readonly Polygon[];
}

/** @throws InputError where columns differ in length, or a weight is negative */
export function placementProblem({ x, y, weight, locked, patrolAreas, exclusions, area, origin = { x: 0, y: 0 }, ...rest }: PlacementInput): PlacementProblem {
  if (y.length !== x.length || (weight && weight.length !== x.length)) {
    throw new InputError(
      `Got ${x.length} x, ${y.length} y${weight ? ` and ${weight.length} weights` : ""}; the columns must be equally long. ` +
        "Give one of each for every incident.",
    );
  }
  const negative = weight?.find((value) => value < 0);
  if (negative !== undefined) throw new InputError(`A weight is ${negative}; none may be below 0. Leave such incidents out.`);
  const obstacle = (needed: number) => (shape: Shape, i: number): Obstacle => ({ id: `${needed}/${i}`, shape, needed });
  return {
    ...rest,
    ...mergeStacks(x, y, weight),
    origin,
    obstacles: [
      ...locked.map(obstacle(2 * rest.buffer)),
      ...patrolAreas.map(obstacle(2 * rest.buffer)),
      ...exclusions.map(obstacle(0)),
    ],
    region: area,
  };
}

export interface Placement {
  /** The hexagons placed, the one with most inside first. */
  readonly hexagons: readonly Hexagon[];
  /** Weight inside all of them, each location once. */
  readonly objective: number;
}
