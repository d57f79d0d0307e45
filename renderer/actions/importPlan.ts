// Hotspots and patrol areas from a file: exported from Hexbeat, or drawn elsewhere.

import { InputError } from "../../core/errors.ts";
import { planFromFeatures } from "../../core/formats/planFromFeatures.ts";
import { committedPlan, useStore } from "../store.ts";
import { commitEdit } from "./editPlan.ts";
import { say } from "./messages.ts";
import { readShapes } from "./readShapes.ts";
import { zoomToSelection } from "./zoom.ts";

export async function importPlan(file: File): Promise<void> {
  const layers = await readShapes(file);
  const state = useStore.getState();
  if (!state.plane) throw new InputError("Import incidents or a layer first: they say where on Earth the project is.");
  const { plan, added, ignored } = planFromFeatures(layers.map(({ data }) => data), state.plane, { base: committedPlan(state) });
  if (added.length === 0) throw new InputError(`${file.name} holds no polygons, so nothing was added. Choose a file with polygons.`);
  commitEdit({ plan, label: `Import ${added.length} shapes from ${file.name}` });
  useStore.setState({ selection: added });
  if (ignored > 0) say("info", `${ignored} features of ${file.name} are no polygons and were left out.`);
  zoomToSelection();
}
