// The vehicles on the map as GeoJSON points, with what each is there for and what the allocation was made with.

import { InputError } from "../../core/errors.ts";
import { postedVehicles, vehiclesAsGeoJson } from "../../core/patrol/posting/postedVehicles.ts";
import { objectiveOf } from "../allocationMeasure.ts";
import { planParameters } from "../planParameters.ts";
import { postingOf, type ShownAllocation } from "../shownAllocation.ts";
import { useStore } from "../store.ts";
import { saveFile } from "./saveFile.ts";

export async function exportVehicles(shown: ShownAllocation): Promise<void> {
  const { plane, project } = useStore.getState();
  if (!plane || !project) throw new InputError("There is no project to export from. Open one first.");
  const { request, chosen, kinds, proof, byHand } = shown;
  const { totalWeight, negativeWeights } = postingOf(request);
  const objective = objectiveOf(shown);
  const allocation = { chosen, kinds, objective, bound: proof?.bound ?? objective, proven: !byHand && proof?.proven === true, totalWeight, negativeWeights };
  const { vehicles, ...worth } = postedVehicles(request.params, allocation, request.plan, plane, request.demand.name);
  const numbered = vehicles.map(({ kindIndex: _kind, ...vehicle }, k) => ({ vehicle: k + 1, ...vehicle }));
  await saveFile(`${project.name} vehicles.geojson`, new TextEncoder().encode(vehiclesAsGeoJson(numbered, { ...planParameters(request), ...worth, byHand })));
}
