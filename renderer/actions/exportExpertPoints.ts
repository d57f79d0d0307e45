// Expert points as the CSV that their import reads.

import { writeExpertCsv } from "../../core/forecast/expert/writeExpertCsv.ts";
import { InputError } from "../../core/errors.ts";
import { committedPlan, useStore } from "../store.ts";
import { saveFile } from "./saveFile.ts";

export async function exportExpertPoints(): Promise<void> {
  const state = useStore.getState();
  const { expertPoints } = committedPlan(state);
  if (!state.plane || !state.project || expertPoints.length === 0) throw new InputError("There is no expert point to export. Place one first (I).");
  await saveFile(`${state.project.name} expert points.csv`, new TextEncoder().encode(writeExpertCsv(expertPoints, state.plane)));
}
