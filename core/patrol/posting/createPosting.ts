// The checked form of an allocation problem: demand, sites, posts, distances and rules.

import { InputError } from "../../errors.ts";
import { exactSum } from "../exactSum.ts";
import type { Points } from "../points.ts";
import type { Limits } from "./limits.ts";
import type { PostingParams } from "./postingParams.ts";

export interface VehicleKind {
  readonly name: string;
  readonly vehicles: number;
  /** m; undefined where the job has no radius. */
  readonly radius: number | undefined;
  /** Distances count divided by it. */
  readonly speed: number;
}

export interface Posting {
  readonly demand: Points;
  /** One a demand point, ≥ 0. */
  readonly weight: Float64Array;
  readonly totalWeight: number;
  /** How many weights were negative and count as 0. */
  readonly negativeWeights: number;
  readonly sites: Points;
  readonly kinds: readonly VehicleKind[];
  readonly limits: Limits;
  /** Distances are straight lines between the coordinates. */
  readonly straight: boolean;
  /** m from a site to a demand point. */
  distance(demand: number, site: number): number;
}

/**
 * @param radius - m, for kinds without one of their own
 * @throws InputError for columns that do not match, unknown sites, or rules that no allocation can keep
 */
export function createPosting(params: PostingParams, radius?: number): Posting {
  const { x, y, weight, vehicles, sites = { x, y }, distances } = params;
  sameLength("x", x, "y", y);
  sameLength("x", x, "weight", weight);
  sameLength("sites.x", sites.x, "sites.y", sites.y);
  const siteCount = sites.x.length;
  if (siteCount === 0) throw new InputError("There is no site for a vehicle; give at least one.");
  if (distances && distances.length !== x.length * siteCount)
    throw new InputError(`distances has ${distances.length} values; ${x.length} demand points and ${siteCount} sites need ${x.length * siteCount}.`);
  const negative = distances?.findIndex((d) => d < 0) ?? -1;
  if (negative >= 0) throw new InputError(`distances[${negative}] is ${distances![negative]} m; a distance is 0 m or more.`);
  const positive = weight.map((w) => Math.max(0, w));
  const kinds = kindsOf(params, radius);
  const demand = { x, y };
  return {
    demand,
    weight: positive,
    totalWeight: exactSum(positive),
    negativeWeights: weight.reduce((count, w) => count + (w < 0 ? 1 : 0), 0),
    sites,
    kinds,
    limits: limitsOf({ ...params, vehicles }, kinds, sites),
    straight: !distances,
    distance: distances ? (i, j) => distances[i * siteCount + j] : (i, j) => Math.sqrt((x[i] - sites.x[j]) ** 2 + (y[i] - sites.y[j]) ** 2),
  };
}

function kindsOf({ kinds, vehicles }: PostingParams, radius: number | undefined): VehicleKind[] {
  if (!kinds) return [{ name: "car", vehicles, radius, speed: 1 }];
  const sum = kinds.reduce((total, kind) => total + kind.vehicles, 0);
  if (sum !== vehicles) throw new InputError(`The kinds have ${sum} vehicles and vehicles says ${vehicles}; make them the same.`);
  return kinds.map((kind) => ({ name: kind.name, vehicles: kind.vehicles, radius: kind.radius ?? radius, speed: kind.speed ?? 1 }));
}

function limitsOf({ forbidden, fixed, areas, capacity, vehicles }: PostingParams, kinds: readonly VehicleKind[], sites: Points): Limits {
  const siteCount = sites.x.length;
  const known = (name: string, list: Uint32Array = new Uint32Array()): Uint32Array => {
    const unknown = list.find((site) => site >= siteCount);
    if (unknown !== undefined) throw new InputError(`${name} names site ${unknown}; there are ${siteCount}, counted from 0.`);
    return list;
  };
  const free = Uint32Array.from(capacity ?? new Uint32Array(siteCount).fill(1));
  if (free.length !== siteCount) throw new InputError(`capacity has ${free.length} values for ${siteCount} sites; give one for each.`);
  for (const site of known("forbidden", forbidden)) free[site] = 0;
  const needed = Uint32Array.from(new Set(known("fixed", fixed))).sort();
  const shut = needed.find((site) => free[site] === 0);
  if (shut !== undefined) throw new InputError(`Site ${shut} is both fixed and without room for a vehicle; take it out of one of the two.`);
  if (needed.length > vehicles) throw new InputError(`${needed.length} sites are fixed and there are ${vehicles} vehicles; fix fewer sites or add vehicles.`);
  if (areas) checkAreas(areas, free, needed, vehicles);
  const posts: { site: number; kind: number }[] = [];
  kinds.forEach((_, kind) => {
    for (let site = 0; site < siteCount; site++) if (free[site] > 0) posts.push({ site, kind });
  });
  if (posts.length === 0) throw new InputError("Every site is forbidden or full; leave at least one where a vehicle may stand.");
  return {
    siteOf: Uint32Array.from(posts, ({ site }) => site),
    kindOf: Uint8Array.from(posts, ({ kind }) => kind),
    vehicles: Uint32Array.from(kinds, (kind) => kind.vehicles),
    capacity: free,
    fixed: needed,
    areaOf: areas?.of ?? new Uint32Array(),
    least: areas?.least ?? new Uint32Array(),
    sites,
  };
}

/** What the areas need beyond their fixed sites must fit both them and the fleet. */
function checkAreas({ of, least }: NonNullable<PostingParams["areas"]>, free: Uint32Array, fixed: Uint32Array, vehicles: number): void {
  if (of.length !== free.length) throw new InputError(`areas.of has ${of.length} values for ${free.length} sites; give one for each.`);
  const unknown = of.find((area) => area >= least.length);
  if (unknown !== undefined) throw new InputError(`areas.of names area ${unknown}; areas.least has ${least.length}, counted from 0.`);
  const room = new Float64Array(least.length), held = new Uint32Array(least.length);
  free.forEach((capacity, site) => (room[of[site]] += capacity));
  for (const site of fixed) held[of[site]]++;
  const full = least.findIndex((few, area) => few > room[area]);
  if (full >= 0) throw new InputError(`Area ${full} must have ${least[full]} vehicles and has room for ${room[full]}; ask for fewer there.`);
  const needed = least.reduce((sum, few, area) => sum + Math.max(few, held[area]), 0);
  if (needed > vehicles) throw new InputError(`Areas and fixed sites need ${needed} vehicles and there are ${vehicles}; ask for fewer or add vehicles.`);
}

function sameLength(nameA: string, a: Float64Array, nameB: string, b: Float64Array): void {
  if (a.length !== b.length)
    throw new InputError(`${nameA} has ${a.length} values and ${nameB} ${b.length}; give both the same number.`);
}
