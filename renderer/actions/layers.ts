// The layer tree: order, visibility, opacity; context layers come and go.

import type { FeatureCollection } from "geojson";
import type { LayerState } from "../layerState.ts";
import { useStore } from "../store.ts";

export function changeLayer(id: string, patch: Partial<Pick<LayerState, "visible" | "opacity" | "name" | "colour">>): void {
  useStore.setState((state) => ({
    layers: state.layers.map((layer) => (layer.id === id ? { ...layer, ...patch } : layer)),
  }));
}

/** Puts the layers with these ids before or after another one; the first in the list is drawn on top. */
export function moveLayers(ids: ReadonlySet<string>, target: string, where: "before" | "after"): void {
  useStore.setState((state) => {
    const moved = state.layers.filter(({ id }) => ids.has(id));
    const rest = state.layers.filter(({ id }) => !ids.has(id));
    const at = rest.findIndex(({ id }) => id === target);
    if (at < 0) return {};
    const cut = where === "before" ? at : at + 1;
    return { layers: [...rest.slice(0, cut), ...moved, ...rest.slice(cut)] };
  });
}

/** A context layer's line in the tree, as it starts. */
export const contextLine = (id: string, name: string): LayerState => ({ id, kind: "context", name, visible: true, opacity: 0.9 });

/** Adds a context layer under everything else, and keeps it in the project. */
export async function addContextLayer(name: string, data: FeatureCollection): Promise<string> {
  const { host, project, contextLayers } = useStore.getState();
  const taken = contextLayers.map(({ id }) => Number(/^layer-(\d+)$/.exec(id)?.[1] ?? 0));
  const id = `layer-${Math.max(0, ...taken) + 1}`;
  if (host && project) await host.putLayer({ id: project.id, layer: { id, name, data } });
  useStore.setState((state) => ({
    contextLayers: [...state.contextLayers, { id, name, data }],
    layers: [...state.layers, contextLine(id, name)],
  }));
  return id;
}

export async function removeContextLayer(id: string): Promise<void> {
  const { host, project } = useStore.getState();
  if (host && project) await host.deleteLayer({ id: project.id, layer: id });
  useStore.setState((state) => ({
    contextLayers: state.contextLayers.filter((layer) => layer.id !== id),
    layers: state.layers.filter((layer) => layer.id !== id),
  }));
}

const SURFACES = ["find", "cells", "density", "forecast", "slots", "uncertainty"] as const;

/** Surfaces cover each other: the one just made is shown, the other hidden. Its line in the tree brings it back. */
export function showSurface(id: (typeof SURFACES)[number]): void {
  for (const other of SURFACES) changeLayer(other, { visible: other === id });
}
