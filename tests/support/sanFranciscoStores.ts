// The stores and tracts of San Francisco (spopt's tutorial): 205 tracts, 16 sites, metres along the network; optima by enumeration.

import { readFileSync } from "node:fs";
import { haveShared, sharedPath } from "./shared.ts";

const FILE = ["data", "location-allocation", "SF_network_distance_candidateStore_16_censusTract_205_new.csv"];

export const haveStores = (): boolean => haveShared(...FILE);

/** Parameters of every allocation job but the vehicles, and the sites' names; places matter to none of them here. */
export function sanFranciscoStores() {
  const lines = readFileSync(sharedPath(...FILE), "utf8").trim().split(/\r?\n/).slice(1).map((line) => line.split(","));
  const names = [...new Set(lines.map(([, name]) => name))], tracts = [...new Set(lines.map(([, , tract]) => tract))];
  const distances = new Float64Array(tracts.length * names.length), weight = new Float64Array(tracts.length);
  for (const [distance, name, tract, demand] of lines) {
    distances[tracts.indexOf(tract) * names.length + names.indexOf(name)] = Number(distance);
    weight[tracts.indexOf(tract)] = Number(demand);
  }
  const nowhere = (count: number) => ({ x: new Float64Array(count), y: new Float64Array(count) });
  return { names, params: { ...nowhere(tracts.length), weight, sites: nowhere(names.length), distances } };
}
