// From demand on tiles, a plan and the rules on the map to the request of an allocation job.

import { InputError } from "../errors.ts";
import { containsTest } from "../geo/contains.ts";
import type { Grid, Point, Polygon } from "../geo/types.ts";
import type { PostingParams } from "./posting/postingParams.ts";
import { tileCentres } from "./tiles.ts";

/** What is optimised: (1)–(3), the p-median, (4)–(6) of Brandt et al. (2022), and the p-centre. */
export type Objective = "coverage" | "distance" | "targets" | "centre";

export const OBJECTIVE_JOBS = { coverage: "maximalCovering", distance: "pMedian", targets: "distanceTargets", centre: "pCentre" } as const;

/** Of the paper, section 4.2, m. */
export const USUAL_TARGETS: readonly number[] = [0, 500, 1000, 1500, 2500, 5000, 10_000];

/** A person's choices; small, so that they are kept with the result. */
export interface AllocationPlan {
  readonly objective: Objective;
  readonly vehicles: number;
  /** A place is covered within this distance of a vehicle, m. */
  readonly radius: number;
  /** Side of a tile, m. */
  readonly tile: number;
  /** m, rising; for "targets". */
  readonly targets: readonly number[];
  /** Stop when the proved gap is no more than this share; 0 asks for proven optimality. */
  readonly gap: number;
  /** s. */
  readonly timeLimit: number;
  readonly kinds?: readonly { readonly name: string; readonly vehicles: number; readonly radius?: number; readonly speed?: number }[];
  /** Places where a vehicle must stand, and where none may: the tiles that hold them. */
  readonly fixed: readonly Point[];
  readonly forbidden: readonly Point[];
  /** Fewest vehicles in jurisdictions, by name. */
  readonly least: readonly { readonly name: string; readonly vehicles: number }[];
}

/** Shapes on the map that bind an allocation. */
export interface AllocationGround {
  /** Study area: tiles count whose centre lies in it; all tiles where empty. */
  readonly area: readonly Polygon[];
  /** No vehicle stands in a tile whose centre lies in one. */
  readonly exclusions: readonly Polygon[];
  /** Jurisdictions; a tile belongs to the first that holds its centre. */
  readonly jurisdictions: readonly { readonly name: string; readonly polygons: readonly Polygon[] }[];
}

export const NO_GROUND: AllocationGround = { area: [], exclusions: [], jurisdictions: [] };

export interface PreparedAllocation {
  /** Indices of the tiles that count, ascending: demand point and site i of the request is tile cells[i]. */
  readonly cells: Uint32Array;
  /** Demand in tiles that do not count. */
  readonly outside: number;
  readonly job: (typeof OBJECTIVE_JOBS)[Objective];
  /** Of the job, complete but for distances along roads. */
  readonly params: PostingParams & Readonly<Record<string, unknown>>;
}

/**
 * @param demand - one a tile of the grid
 * @throws InputError where no tile counts, a fixed place is in none, or a jurisdiction is unknown
 */
export function prepareAllocation(tiles: Grid, demand: Float64Array, plan: AllocationPlan, { area, exclusions, jurisdictions }: AllocationGround = NO_GROUND): PreparedAllocation {
  const centres = tileCentres(tiles);
  const within = anyOf(area);
  const cells = Uint32Array.from({ length: demand.length }, (_, k) => k).filter((k) => area.length === 0 || within(centres.x[k], centres.y[k]));
  if (cells.length === 0) throw new InputError(`No tile of ${plan.tile} m has its centre in the study area. Choose smaller tiles or a larger area.`);
  const [x, y, weight] = [centres.x, centres.y, demand].map((column) => Float64Array.from(cells, (k) => column[k]));
  const indexOf = new Map(Array.from(cells, (k, i) => [k, i]));
  const siteAt = (point: Point): number | undefined => {
    const column = Math.floor((point.x - tiles.origin.x) / tiles.cell), row = Math.floor((point.y - tiles.origin.y) / tiles.cell);
    return column >= 0 && column < tiles.columns && row >= 0 && row < tiles.rows ? indexOf.get(row * tiles.columns + column) : undefined;
  };
  const fixed = plan.fixed.map((point, i) => {
    const site = siteAt(point);
    if (site === undefined) throw new InputError(`Fixed place ${i + 1} is in no tile that counts. Move it into the study area, or take it away.`);
    return site;
  });
  const excluded = anyOf(exclusions);
  const forbidden = new Set(plan.forbidden.map(siteAt).filter((site) => site !== undefined));
  for (let i = 0; i < cells.length; i++) if (excluded(x[i], y[i])) forbidden.add(i);
  const { objective, vehicles, kinds, least } = plan;
  return {
    cells,
    outside: demand.reduce((sum, value) => sum + Math.max(0, value), 0) - weight.reduce((sum, value) => sum + Math.max(0, value), 0),
    job: OBJECTIVE_JOBS[objective],
    params: {
      x,
      y,
      weight,
      vehicles,
      ...(kinds && { kinds: kinds.map((kind) => ({ ...kind })) }),
      ...(fixed.length > 0 && { fixed: Uint32Array.from(new Set(fixed)) }),
      ...(forbidden.size > 0 && { forbidden: Uint32Array.from(forbidden).sort() }),
      ...(least.length > 0 && { areas: areasOf(x, y, least, jurisdictions) }),
      ...objectiveParams(plan),
    },
  };
}

/** What the objective's own job takes beside demand and rules. */
export const objectiveParams = ({ objective, radius, targets, gap, timeLimit }: Pick<AllocationPlan, "objective" | "radius" | "targets" | "gap" | "timeLimit">): Readonly<Record<string, unknown>> => ({
  timeLimit,
  ...(objective === "coverage" && { radius }),
  ...(objective === "targets" && { targets: Float64Array.from(targets) }),
  ...((objective === "distance" || objective === "targets") && { gap }),
});

/** One area a jurisdiction that asks for vehicles, and a last one for everywhere else. */
function areasOf(x: Float64Array, y: Float64Array, least: AllocationPlan["least"], jurisdictions: AllocationGround["jurisdictions"]): NonNullable<PostingParams["areas"]> {
  const tests = least.map(({ name }) => {
    const found = jurisdictions.find((jurisdiction) => jurisdiction.name === name);
    if (!found) throw new InputError(`There is no jurisdiction "${name}"; there are: ${jurisdictions.map((each) => each.name).join(", ") || "none"}.`);
    return anyOf(found.polygons);
  });
  const of = Uint32Array.from(x, (_, i) => {
    const area = tests.findIndex((inside) => inside(x[i], y[i]));
    return area < 0 ? least.length : area;
  });
  return { of, least: Uint32Array.from([...least.map(({ vehicles }) => vehicles), 0]) };
}

function anyOf(polygons: readonly Polygon[]): (x: number, y: number) => boolean {
  const tests = polygons.map(containsTest);
  return (x, y) => tests.some((inside) => inside(x, y));
}
