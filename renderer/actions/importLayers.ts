// Context layers: boundaries, schools, roads.

import { choosePlane } from "../../core/geo/plane.ts";
import { bbox } from "@turf/turf";
import { useStore } from "../store.ts";
import { addContextLayer } from "./layers.ts";
import { say } from "./messages.ts";
import { readShapes } from "./readShapes.ts";
import { zoomToContextLayer } from "./zoom.ts";

export async function importLayers(file: File): Promise<void> {
  const layers = await readShapes(file);
  let last: string | null = null;
  for (const { name, data } of layers) last = await addContextLayer(name, data);
  const features = layers.reduce((sum, { data }) => sum + data.features.length, 0);
  say("info", `${file.name}: ${layers.length} layer(s), ${features} features.`);
  // The first thing loaded says where on Earth the project is.
  if (last && !useStore.getState().plane) {
    const [west, south, east, north] = bbox(layers[layers.length - 1].data);
    useStore.setState({ plane: choosePlane(west, south, east, north) });
    zoomToContextLayer(last);
  }
}
