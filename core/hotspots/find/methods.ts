// The methods by which cells are named hotspots, each with the parameters it used.

import { InputError } from "../../errors.ts";
import type { PointIndex } from "../../geo/pointIndex.ts";
import type { JobContext } from "../../job.ts";
import { silvermanBandwidth } from "../../stats/bandwidth.ts";
import { benjaminiHochberg } from "../../stats/benjaminiHochberg.ts";
import { dbscan, type Clusters } from "../../stats/dbscan.ts";
import { giStar, type GiStar } from "../../stats/giStar.ts";
import { hdbscan } from "../../stats/hdbscan.ts";
import { localMoran, QUADRANT, type LocalMoran } from "../../stats/localMoran.ts";
import { neighbourhoodSums, type Neighbours } from "../../stats/neighbours.ts";
import { permutationP } from "../../stats/permutationP.ts";
import { cellNeighbours } from "../cellNeighbours.ts";
import { sumByCell, type CandidateCells, type LatticeOptions } from "./candidateCells.ts";
import { densityOfCells } from "./densityOfCells.ts";
import type { MethodName } from "./methodNames.ts";

/** p by the distribution asked for. */
export interface GiStarCells extends GiStar {
  /** Benjamini–Hochberg. */
  readonly adjusted: Float64Array;
  /** Confidence of 90, 95 and 99 % as 1, 2 and 3, cold below 0; by the p-value that names the cells. */
  readonly bin: Int8Array;
}

/** p by the distribution asked for. */
export interface LocalMoranCells extends LocalMoran {
  /** Benjamini–Hochberg. */
  readonly adjusted: Float64Array;
}

export interface ClusterCells {
  /** One value a cell: the cluster with the most incidents in it, from 0; -1 where all are noise or there are none. */
  readonly label: Int32Array;
  readonly clusters: number;
  /** Incidents in no cluster. */
  readonly noise: number;
}

/** What a method tells beside score and rank; null where it was not asked for. */
export interface MethodDetails {
  readonly giStar: GiStarCells | null;
  readonly localMoran: LocalMoranCells | null;
  readonly dbscan: ClusterCells | null;
  readonly hdbscan: ClusterCells | null;
}

export interface Significance {
  readonly rings: number;
  readonly distribution: "normal" | "permutation";
  readonly adjust: "benjamini-hochberg" | "none";
  readonly level: number;
}

export interface MethodInput extends LatticeOptions {
  /** Incidents, m, and the same by place. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly places: PointIndex;
  readonly cells: CandidateCells;
  /** Days, one value a cell; null without weights. */
  readonly harm: Float64Array | null;
  readonly top: number;
  readonly density?: { readonly bandwidth: number };
  readonly giStar: Significance;
  readonly localMoran: Significance;
  readonly dbscan?: { readonly radius: number; readonly least: number };
  readonly hdbscan?: { readonly least: number; readonly floor: number };
}

export interface MethodOutcome {
  readonly parameters: Readonly<Record<string, string | number>>;
  /** One value a cell. */
  readonly score: Float64Array;
  /** Which cells the method names; not given: those whose score is above 0. */
  readonly isNamed?: (cell: number) => boolean;
  /** What to beware of with these data, in words. */
  readonly caution?: string;
  readonly details?: Partial<MethodDetails>;
}

type Method = (input: MethodInput, context: JobContext) => MethodOutcome | Promise<MethodOutcome>;

export const METHOD: Readonly<Record<MethodName, Method>> = {
  count: ({ cells }) => ({ parameters: {}, score: cells.count }),
  harm: ({ harm }) => ({ parameters: {}, score: harm! }),
  async density(input, context) {
    const bandwidth = input.density?.bandwidth ?? usualBandwidth(input);
    return { parameters: { kernel: "gaussian", bandwidth }, score: await densityOfCells(input.cells, input.places, input, bandwidth, context) };
  },
  giStar({ cells, giStar: asked }) {
    const neighbours = cellNeighbours(cells.lattice, cells, asked.rings);
    const { z, p: normal } = giStar(cells.count, neighbours);
    const { judged, caution, ...ps } = judge(cells.count, neighbours, true, normal, asked);
    const bin = Int8Array.from(z, (score, cell) => Math.sign(score) * (BINS.find(([limit]) => judged[cell] <= limit)?.[1] ?? 0));
    return {
      parameters: { ...asked },
      score: z,
      isNamed: (cell) => z[cell] > 0 && judged[cell] <= asked.level,
      caution,
      details: { giStar: { z, bin, ...ps } },
    };
  },
  localMoran({ cells, localMoran: asked }) {
    const neighbours = cellNeighbours(cells.lattice, cells, asked.rings);
    const found = localMoran(cells.count, neighbours);
    const { judged, caution, ...ps } = judge(cells.count, neighbours, false, found.p, asked);
    return {
      parameters: { ...asked },
      score: found.z,
      isNamed: (cell) => found.quadrant[cell] === QUADRANT.highHigh && judged[cell] <= asked.level,
      caution,
      details: { localMoran: { ...found, ...ps } },
    };
  },
  dbscan(input) {
    const { radius, least } = input.dbscan ?? usualCore(input);
    const found = dbscan(input.places, radius, least);
    return { parameters: { radius, least }, score: clusteredIncidents(input, found), details: { dbscan: clusterCells(input, found) } };
  },
  hdbscan(input, context) {
    const { least, floor } = input.hdbscan ?? { least: usualSize(input), floor: FLOOR };
    const found = hdbscan(input.places, least, floor, context);
    return { parameters: { least, floor }, score: clusteredIncidents(input, found), details: { hdbscan: clusterCells(input, found) } };
  },
};

/** m: what two geocoders make of one address is seldom further apart. */
export const FLOOR = 10;

/** Fewer incidents than this are no cluster, however small the data. */
const LEAST = 5;

/** The p-values asked for, the same adjusted, and those of the two that name cells. @param withSelf - the statistic is of the cell and its neighbours, not of these alone */
function judge(
  counts: Float64Array,
  neighbours: Neighbours,
  withSelf: boolean,
  normal: Float64Array,
  { rings, distribution, adjust }: Significance,
): { readonly p: Float64Array; readonly adjusted: Float64Array; readonly judged: Float64Array; readonly caution?: string } {
  const permuted = distribution === "permutation";
  if (permuted && rings > MOST_RINGS) {
    throw new InputError(
      `The permutation distribution is worked out for up to ${MOST_RINGS} rings, not ${rings}. Take fewer rings, or the normal distribution, which is near for so many cells.`,
    );
  }
  const { sums, members } = neighbourhoodSums(neighbours, counts, withSelf);
  const p = permuted ? permutationP(counts, sums, members) : normal;
  const adjusted = benjaminiHochberg(p);
  const around = 1 + neighbours.members.length / counts.length;
  const mean = (around * counts.reduce((sum, count) => sum + count, 0)) / counts.length;
  const caution =
    permuted || mean >= ENOUGH ? undefined
    : `Only ${mean.toFixed(1)} incidents in a cell and its neighbours on average: below ${ENOUGH} the normal distribution names cells by chance more often than it says. Take the permutation distribution.`;
  return { p, adjusted, judged: adjust === "none" ? p : adjusted, caution };
}

const MOST_RINGS = 3; // 37 hexagons

/**
 * Incidents in a neighbourhood. In simulated maps without a hotspot, 900 cells, a hot cell was named at 5 % by Benjamini and Hochberg in
 * 7 % of them with 140 incidents in a neighbourhood, 9 % with 35, 19 % with 7 and 59 % with 1.4; by permutation in at most 3 %.
 */
const ENOUGH = 35;

const BINS: readonly (readonly [p: number, bin: number])[] = [[0.01, 3], [0.05, 2], [0.1, 1]];

/** The geometric mean of Silverman's bandwidths for east and north, m: one circle serves a turned lattice as well. */
const usualBandwidth = ({ x, y }: MethodInput): number => Math.sqrt(silvermanBandwidth(x) * silvermanBandwidth(y));

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

/** Incidents of clusters in each cell. */
const clusteredIncidents = ({ places, cells }: MethodInput, { label }: Clusters): Float64Array =>
  sumByCell(cells.x.length, cells.cellOf, places.weight.map((weight, i) => (label[i] >= 0 ? weight : 0)));

function clusterCells({ places, cells }: MethodInput, { label, clusters }: Clusters): ClusterCells {
  const inCell = new Map<number, Map<number, number>>();
  let noise = 0;
  label.forEach((cluster, i) => {
    if (cluster < 0) noise += places.weight[i];
    const cell = cells.cellOf[i];
    if (cluster < 0 || cell < 0) return;
    let sums = inCell.get(cell);
    if (!sums) inCell.set(cell, (sums = new Map()));
    sums.set(cluster, (sums.get(cluster) ?? 0) + places.weight[i]);
  });
  const most = new Int32Array(cells.x.length).fill(-1);
  for (const [cell, sums] of inCell) most[cell] = [...sums].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
  return { label: most, clusters, noise };
}
