// The methods by which cells are named hotspots, each with the parameters it used.

import type { PointIndex } from "../../geo/pointIndex.ts";
import type { JobContext } from "../../job.ts";
import { jobPart } from "../../jobPart.ts";
import { silvermanBandwidth } from "../../stats/bandwidth.ts";
import { benjaminiHochberg } from "../../stats/benjaminiHochberg.ts";
import { dbscan, type Clusters } from "../../stats/dbscan.ts";
import { giStar, type GiStar } from "../../stats/giStar.ts";
import { hdbscan } from "../../stats/hdbscan.ts";
import { localMoran, QUADRANT, type LocalMoran } from "../../stats/localMoran.ts";
import { cellNeighbours } from "../cellNeighbours.ts";
import { sumByCell, type CandidateCells, type LatticeOptions } from "./candidateCells.ts";
import { densityOfCells } from "./densityOfCells.ts";

export const METHODS = ["count", "harm", "density", "giStar", "localMoran", "dbscan", "hdbscan"] as const;
export type MethodName = (typeof METHODS)[number];

export const METHOD_TITLES: Readonly<Record<MethodName, string>> = {
  count: "Count",
  harm: "Harm",
  density: "Kernel density",
  giStar: "Getis-Ord Gi*",
  localMoran: "Local Moran's I",
  dbscan: "DBSCAN",
  hdbscan: "HDBSCAN",
};

export interface GiStarCells extends GiStar {
  /** Benjamini–Hochberg. */
  readonly adjusted: Float64Array;
  /** Confidence of 90, 95 and 99 % as 1, 2 and 3, cold below 0; by the p-value that names the cells. */
  readonly bin: Int8Array;
}

export interface LocalMoranCells extends LocalMoran {
  readonly adjusted: Float64Array;
}

export interface MethodClusters {
  /** One value a cell: the cluster with the most incidents in it, from 0; -1 where all are noise or there are none. */
  readonly label: Int32Array;
  readonly clusters: number;
  /** Incidents in no cluster. */
  readonly noise: number;
}

interface Significance {
  readonly rings: number;
  readonly adjust: "benjamini-hochberg" | "none";
  readonly level: number;
}

export interface MethodInput extends LatticeOptions {
  readonly places: PointIndex;
  readonly cells: CandidateCells;
  readonly harm: Float64Array | null;
  readonly top: number;
  readonly density?: { readonly bandwidth: number };
  readonly giStar: Significance;
  readonly localMoran: Significance;
  readonly dbscan?: { readonly radius: number; readonly least: number };
  readonly hdbscan?: { readonly least: number; readonly floor: number };
}

export interface Scored {
  readonly name: MethodName;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly score: Float64Array;
  readonly names: (cell: number) => boolean;
}

export interface MethodsRun {
  readonly scored: readonly Scored[];
  readonly giStar: GiStarCells | null;
  readonly localMoran: LocalMoranCells | null;
  readonly dbscan: MethodClusters | null;
  readonly hdbscan: MethodClusters | null;
}

/** Count, harm, density, DBSCAN and HDBSCAN name every cell whose score is above 0; Gi* and local Moran's I significant cells alone. */
export async function runMethods(names: readonly MethodName[], input: MethodInput, context: JobContext): Promise<MethodsRun> {
  const { cells, harm } = input;
  const scored: Scored[] = [];
  const above = (name: MethodName, score: Float64Array, parameters: Scored["parameters"]): void =>
    void scored.push({ name, parameters, score, names: (cell) => score[cell] > 0 });
  let gi: GiStarCells | null = null, moran: LocalMoranCells | null = null;
  const clusters: { dbscan: MethodClusters | null; hdbscan: MethodClusters | null } = { dbscan: null, hdbscan: null };
  for (const [k, name] of names.entries()) {
    const part = jobPart(context, k / names.length, (k + 1) / names.length);
    part.progress(0, METHOD_TITLES[name]);
    if (name === "count") above(name, cells.count, {});
    if (name === "harm" && harm) above(name, harm, {});
    if (name === "density") {
      const bandwidth = input.density?.bandwidth ?? usualBandwidth(input.places);
      above(name, await densityOfCells(cells, input.places, input, bandwidth, part), { kernel: "gaussian", bandwidth });
    }
    if (name === "giStar") {
      gi = giStarCells(input);
      const { z, p, adjusted } = gi;
      const { adjust, level } = input.giStar;
      const asked = adjust === "none" ? p : adjusted;
      scored.push({ name, parameters: { ...input.giStar }, score: z, names: (cell) => z[cell] > 0 && asked[cell] <= level });
    }
    if (name === "localMoran") {
      const { adjust, level } = input.localMoran;
      const found = localMoran(cells.count, cellNeighbours(cells.lattice, cells, input.localMoran.rings));
      moran = { ...found, adjusted: benjaminiHochberg(found.p) };
      const asked = adjust === "none" ? moran.p : moran.adjusted;
      scored.push({ name, parameters: { ...input.localMoran }, score: found.z, names: (cell) => found.quadrant[cell] === QUADRANT.highHigh && asked[cell] <= level });
    }
    if (name === "dbscan") {
      const { radius, least } = input.dbscan ?? usualCore(input);
      const found = dbscan(input.places, radius, least);
      clusters.dbscan = clusterCells(input, found);
      above(name, clusteredIncidents(input, found), { radius, least });
    }
    if (name === "hdbscan") {
      const { least, floor } = input.hdbscan ?? { least: usualSize(input), floor: FLOOR };
      const found = hdbscan(input.places, least, floor);
      clusters.hdbscan = clusterCells(input, found);
      above(name, clusteredIncidents(input, found), { least, floor });
    }
  }
  return { scored, giStar: gi, localMoran: moran, ...clusters };
}

/** The geometric mean of Silverman's bandwidths for east and north, m: one circle serves a turned lattice as well. */
function usualBandwidth({ x, y, weight }: PointIndex): number {
  const each = (values: Float64Array): Float64Array => {
    const all: number[] = [];
    values.forEach((value, i) => {
      for (let k = 0; k < weight[i]; k++) all.push(value);
    });
    return Float64Array.from(all);
  };
  return Math.sqrt(silvermanBandwidth(each(x)) * silvermanBandwidth(each(y)));
}

/** A circle about as large as a cell, and three times as many incidents as one holds on average. */
function usualCore({ cells, places, side }: MethodInput): { radius: number; least: number } {
  const mean = (places.total * Math.PI * side * side) / (cells.x.length * cells.area);
  return { radius: side, least: Math.max(LEAST, Math.ceil(3 * mean)) };
}

/** As many incidents as the last of the first `top` cells holds: a cluster is then at least what a hotspot would be. */
function usualSize({ cells, top }: MethodInput): number {
  const descending = cells.count.slice().sort().reverse();
  return Math.max(LEAST, descending[Math.min(top, descending.length) - 1]);
}

/** m: what two geocoders make of one address is seldom further apart. */
export const FLOOR = 10;

/** Fewer incidents than this are no cluster, however small the data. */
const LEAST = 5;

const BINS: readonly (readonly [p: number, bin: number])[] = [[0.01, 3], [0.05, 2], [0.1, 1]];

function giStarCells({ cells, giStar: { rings, adjust } }: MethodInput): GiStarCells {
  const { z, p } = giStar(cells.count, cellNeighbours(cells.lattice, cells, rings));
  const adjusted = benjaminiHochberg(p);
  const asked = adjust === "none" ? p : adjusted;
  const bin = Int8Array.from(z, (score, cell) => Math.sign(score) * (BINS.find(([limit]) => asked[cell] <= limit)?.[1] ?? 0));
  return { z, p, adjusted, bin };
}

/** Incidents of clusters in each cell. */
function clusteredIncidents({ places, cells }: MethodInput, { label }: Clusters): Float64Array {
  return sumByCell(cells.x.length, cells.cellOf, places.weight.map((weight, i) => (label[i] >= 0 ? weight : 0)));
}

function clusterCells({ places, cells }: MethodInput, { label, clusters }: Clusters): MethodClusters {
  const inCell = new Map<number, Map<number, number>>();
  let noise = 0;
  label.forEach((cluster, i) => {
    if (cluster < 0) noise += places.weight[i];
    const cell = cells.cellOf[i];
    if (cluster < 0 || cell < 0) return;
    let of = inCell.get(cell);
    if (!of) inCell.set(cell, (of = new Map()));
    of.set(cluster, (of.get(cluster) ?? 0) + places.weight[i]);
  });
  const cellLabel = new Int32Array(cells.x.length).fill(-1);
  for (const [cell, of] of inCell) cellLabel[cell] = [...of].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
  return { label: cellLabel, clusters, noise };
}
