// The p-median instances of the OR-Library (J. E. Beasley, MIT licence), read into distances along their graphs.

import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface OrLibraryInstance {
  readonly name: string;
  readonly nodes: number;
  readonly vehicles: number;
  /** (nodes × nodes), row by row: shortest ways between all pairs; of an edge that stands twice the last counts. */
  readonly distances: Float64Array;
  /** Optimal values published with the library, and the p-centre's by Pullan (2008). */
  readonly median: number;
  readonly centre: number;
}

const OPTIMA = { pmed1: { median: 5819, centre: 127 }, pmed5: { median: 1355, centre: 48 } } as const;

export const OR_LIBRARY = (["pmed1", "pmed5"] as const).map((name) => readOrLibrary(name));

function readOrLibrary(name: keyof typeof OPTIMA): OrLibraryInstance {
  const [[nodes, , vehicles], ...edges] = readFileSync(join(import.meta.dirname, `${name}.txt`), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(" ").map((part) => Number.parseInt(part, 10)));
  const distances = new Float64Array(nodes * nodes).fill(Infinity);
  for (let i = 0; i < nodes; i++) distances[i * nodes + i] = 0;
  for (const [a, b, length] of edges) distances[(a - 1) * nodes + b - 1] = distances[(b - 1) * nodes + a - 1] = length;
  // Floyd and Warshall.
  for (let k = 0; k < nodes; k++)
    for (let i = 0; i < nodes; i++)
      for (let j = 0; j < nodes; j++)
        distances[i * nodes + j] = Math.min(distances[i * nodes + j], distances[i * nodes + k] + distances[k * nodes + j]);
  return { name, nodes, vehicles, distances, ...OPTIMA[name] };
}
