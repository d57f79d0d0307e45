// Everything on the map, from the bottom up, in the order of the layer tree. What did not change stays the same object.

import type { Layer } from "@deck.gl/core";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { PointIndex } from "../../core/geo/pointIndex.ts";
import { interiorPoint } from "../../core/geo/interiorPoint.ts";
import { justOutside } from "../../core/hotspots/areas/justOutside.ts";
import { nearOutside } from "../../core/hotspots/areas/nearOutside.ts";
import { spacingViolations } from "../../core/hotspots/spacing.ts";
import type { Hotspot, Plan } from "../../core/plan/plan.ts";
import type { TrialProtocol } from "../../core/trial/protocol.ts";
import type { JobResult } from "../../core/jobs.ts";
import { h3Resolution } from "../actions/h3Aggregate.ts";
import { projectionOf } from "../map/projection.ts";
import type { Scheme } from "../map/scheme.ts";
import type { LayerState } from "../layerState.ts";
import { committedPlan, currentAllocation, currentProposal, type State } from "../store.ts";
import { shownFind } from "../shownFind.ts";
import { shownSchedule, shownTrialDay } from "../shownSchedule.ts";
import { isShape, placedOf, transformHandles, vertexHandles } from "../tools/handles.ts";
import type { Sketch } from "../tools/sketch.ts";
import { exclusionLayers, patrolAreaLayers } from "./areaLayers.ts";
import { shareBreaks } from "./breaks.ts";
import { cellLayer, CLASSES } from "./cellLayers.ts";
import { cellMesh } from "./cellMesh.ts";
import { targetCellLayers } from "./targetCellLayers.ts";
import { contextLayer } from "./contextLayer.ts";
import { densityLayer } from "./densityLayer.ts";
import { findLayers } from "./findLayers.ts";
import { forecastLayers } from "./forecastLayers.ts";
import { expertHoverLayer, expertPointLayers } from "./expertPointLayers.ts";
import { gridLayer, gridStep } from "./gridLayer.ts";
import { hotspotLayers, type HotspotStyle } from "./hotspotLayers.ts";
import { aggregateLayer, dotDiameter, dotLayer, hasSurface, showsDots } from "./incidentLayers.ts";
import { labelLayer, type Label } from "./labelLayer.ts";
import { layerColour } from "./layerColour.ts";
import { memoLast } from "./memoLast.ts";
import { handleLayers, hoverLayer, sketchLayers } from "./sketchLayers.ts";
import { outsideLayer } from "./outsideLayer.ts";
import { proposedLayers } from "./proposedLayers.ts";
import { placeRuleLayers } from "./placeRuleLayers.ts";
import { slotLayer } from "./slotLayer.ts";
import { trialLayers } from "./trialLayers.ts";
import { uncertaintyLayer } from "./uncertaintyLayer.ts";
import { vehicleLayers } from "./vehicleLayers.ts";
import { violationLayers } from "./violationLayers.ts";

export interface Scene {
  readonly state: State;
  readonly sketch: Sketch;
  readonly aggregate: JobResult<"aggregateH3"> | null;
  readonly zoom: number;
  readonly metresPerPixel: number;
  /** What is seen, degrees: west, south, east, north. */
  readonly seen: readonly [number, number, number, number];
  readonly scheme: Scheme;
  /** Surfaces go beneath the basemap's labels. */
  readonly beneath: string | undefined;
  readonly grid: boolean;
}

/** Names from this scale on, and the metres that are missing from this one on, m per pixel: further out they would run together. */
const NAMED = 12;
const LABELLED = 5;

export function mapLayers(scene: Scene): Layer[] {
  const { state, sketch, scheme, seen, metresPerPixel } = scene;
  if (!state.plane) return [];
  const projection = projectionOf(state.plane);
  const out: (Layer | null)[] = [];
  if (scene.grid) out.push(gridLayer(projection, gridStep(metresPerPixel), ...seen, scheme));
  for (const layer of state.layers.toReversed()) {
    if (layer.visible) out.push(...layersOf(layer, scene, projection));
  }
  const plan = state.draft?.plan ?? committedPlan(state);
  const hovered = placedOf(plan).find(({ id }) => id === state.hovered);
  if (hovered && !state.draft) out.push(isShape(hovered) ? hoverLayer(hovered.shape, projection, scheme) : expertHoverLayer(hovered, projection, scheme));
  out.push(...sketchLayers(sketch, plan.buffer, projection, scheme));
  if (state.tool === "select" && !state.draft) out.push(...handleLayers(transformHandles(plan, state.selection, metresPerPixel), projection, scheme));
  if (state.tool === "vertices") out.push(...handleLayers(vertexHandles(plan, state.selection), projection, scheme));
  return out.filter((layer) => layer !== null);
}

function layersOf(layer: LayerState, scene: Scene, projection: Projection): (Layer | null)[] {
  const { state, scheme, zoom, aggregate, beneath, metresPerPixel } = scene;
  const { id, kind, opacity } = layer;
  const plan = state.draft?.plan ?? committedPlan(state);
  const style = { selection: selectionSet(state.selection), scheme, opacity };
  switch (kind) {
    case "incidents": {
      if (!state.filtered) return [];
      if (showsDots(state.filtered.x.length, zoom)) return [dotLayer(state.filtered.lonLats, dotDiameter(zoom), scheme, opacity)];
      // Dots would be there sooner, but a million of them halt the window.
      if (!aggregate) return [];
      if (hasSurface(state)) return [];
      // Cells of another scale would say something wrong until the right ones are there.
      if (Math.abs(aggregate.resolution - h3Resolution(metresPerPixel)) > 1) return [];
      return [aggregateLayer(aggregateMesh(aggregate), aggregate.count, aggregateBreaks(aggregate), scheme, opacity)];
    }
    case "cells": {
      if (!state.cells?.result.outlines) return [];
      return [cellLayer(cellsMesh(state.cells.result.outlines), state.cells.result.count, scheme, opacity, beneath)];
    }
    case "find": {
      const find = shownFind(state);
      return find ? findLayers(find, state.findView, projection, scheme, opacity, beneath) : [];
    }
    case "target-cells":
      return state.targetCells ? targetCellLayers(state.targetCells, projection, scheme, opacity) : [];
    case "just-outside": {
      // Not of the draft: its marks stand still while a drag runs, and are right again when it ends.
      const { hotspots: standing, patrolAreas: areas } = committedPlan(state);
      return state.filtered ? [outsideLayer(outsideOf(state.filtered.index, standing, areas, state.designDraft.meter.outside), projection, scheme, opacity)] : [];
    }
    case "density":
      return state.density ? [densityLayer(state.density, projection, scheme, opacity, beneath)] : [];
    case "forecast":
      return state.forecast ? forecastLayers(state.forecast, state.forecastView, projection, scheme, opacity, beneath) : [];
    case "slots": {
      const slot = state.slots?.slots[state.slotAt];
      return state.slots && slot ? [slotLayer(state.slots, slot, projection, scheme, opacity, beneath)] : [];
    }
    case "uncertainty":
      return state.uncertainty ? [uncertaintyLayer(state.uncertainty, projection, scheme, opacity, beneath)] : [];
    case "trial":
      return trial(scene, plan, projection, opacity);
    case "expert-points":
      return expertPointLayers(plan.expertPoints, projection, style.selection, scheme, opacity, metresPerPixel < NAMED);
    case "proposed": {
      const hexagons = currentProposal(state);
      return hexagons ? proposedLayers(hexagons, plan.buffer, projection, scheme, opacity) : [];
    }
    case "vehicles":
      return vehicles(scene, projection, opacity);
    case "context": {
      const context = state.contextLayers.find((one) => one.id === id);
      return context ? [contextLayer(context, layerColour(layer, state.contextLayers, scheme), opacity)] : [];
    }
    case "patrol-areas":
      return [...patrolAreas(plan.patrolAreas, projection, style.selection, scheme, opacity), ...(metresPerPixel < NAMED ? [patrolAreaNames(plan.patrolAreas, projection, scheme, opacity)] : [])];
    case "exclusions":
      return exclusions(plan.exclusions, projection, style.selection, scheme, opacity, hatchSpacing(metresPerPixel));
    case "hotspots":
      return hotspots(scene, plan, projection, { ...style, buffer: plan.buffer });
  }
}

function trial({ state, scheme, metresPerPixel }: Scene, plan: Plan, projection: Projection, opacity: number): Layer[] {
  const shown = shownSchedule(state);
  const units = (shown?.protocol ?? committedPlan(state).trial)?.units ?? NO_UNITS;
  const arms = shown && armsOfDay(shown.arms, units.length, shownTrialDay(state, shown));
  return trialLayers(units, arms, idsOf(plan.hotspots), metresPerPixel < NAMED, projection, scheme, opacity);
}

const NO_UNITS: TrialProtocol["units"] = [];
const armsOfDay = memoLast((arms: Uint8Array, units: number, day: number) => arms.subarray(day * units, (day + 1) * units));
const idsOf = memoLast((hotspots: readonly Hotspot[]): ReadonlySet<string> => new Set(hotspots.map(({ id }) => id)));

function vehicles({ state, scheme, metresPerPixel }: Scene, projection: Projection, opacity: number): Layer[] {
  const allocation = currentAllocation(state);
  const rules = placeRuleLayers(state.allocationDraft.plan, projection, scheme, opacity);
  if (!allocation) return rules;
  return [...vehicleLayers(allocation, state.vehicleDrag, state.vehicle, state.bestMove, { projection, scheme, opacity, named: metresPerPixel < NAMED }), ...rules];
}

const selectionSet = memoLast((selection: readonly string[]): ReadonlySet<string> => new Set(selection));

/** Metres between the lines of a hatch, about 8 px: in powers of two, so that zooming rarely makes it anew. */
const hatchSpacing = (metresPerPixel: number): number => 2 ** Math.round(Math.log2(8 * metresPerPixel));

const outsideOf = memoLast((index: PointIndex, hotspots: Plan["hotspots"], areas: Plan["patrolAreas"], metres: number) =>
  justOutside(index, nearOutside(index, [...hotspots, ...areas].map(({ shape }) => shape), metres)));

const aggregateMesh = memoLast(cellMesh);
const cellsMesh = memoLast(cellMesh);

export const aggregateBreaks = memoLast(({ count }: JobResult<"aggregateH3">) => shareBreaks(count, CLASSES));

type Loose<F> = F extends (id: string, things: infer T, projection: Projection, ...rest: never[]) => unknown ? T : never;

const patrolAreas = memoLast(
  (areas: Loose<typeof patrolAreaLayers>, projection: Projection, selection: ReadonlySet<string>, scheme: Scheme, opacity: number) =>
    patrolAreaLayers("patrol-areas", areas, projection, { selection, scheme, opacity }),
);

const exclusions = memoLast(
  (areas: Loose<typeof exclusionLayers>, projection: Projection, selection: ReadonlySet<string>, scheme: Scheme, opacity: number, spacing: number) =>
    exclusionLayers("exclusions", areas, projection, { selection, scheme, opacity }, spacing),
);

/**
 * A drag changes few of many: those that the draft leaves as they were are one set of layers, made once at the start
 * of the drag; those that it moves are another, made at every frame.
 */
function hotspots({ state, metresPerPixel, scheme }: Scene, plan: Plan, projection: Projection, style: HotspotStyle): Layer[] {
  const committed = committedPlan(state);
  const still = stillHotspots(committed.hotspots, movedIds(committed.hotspots, plan.hotspots));
  const moved = plan.hotspots === committed.hotspots ? NONE : plan.hotspots.filter((hotspot) => !present(committed.hotspots).has(hotspot));
  const changed = [...moved, ...(plan.patrolAreas === committed.patrolAreas ? [] : plan.patrolAreas.filter((area) => !committed.patrolAreas.includes(area)))];
  const violations = plan.exclusions === committed.exclusions
    ? [
        ...(changed.length > 0 ? spacingViolations(plan, changed) : []),
        ...stillViolations(committed).filter(({ a, b }) => changed.every(({ id }) => id !== a && id !== b)),
      ]
    : spacingViolations(plan);
  const { buffer, selection, opacity } = style;
  const named = metresPerPixel < NAMED;
  return [
    ...stillLayers(still, projection, buffer, selection, scheme, opacity),
    ...hotspotLayers("hotspots-moved", moved, projection, style),
    ...violationLayers(plan, violations, projection, { scheme, spacing: hatchSpacing(metresPerPixel), opacity, labelled: metresPerPixel < LABELLED }),
    ...(named ? [stillNames(still, projection, scheme, opacity)] : []),
    ...(named && moved.length > 0 ? [labelLayer("hotspots-moved-names", namesOf(moved, projection), scheme, opacity)] : []),
  ];
}

const NONE: readonly Hotspot[] = [];

const present = memoLast((hotspots: readonly Hotspot[]): ReadonlySet<Hotspot> => new Set(hotspots));

/** Ids of what the draft changed or took away, as one string: the same for every frame of a drag. */
function movedIds(before: readonly Hotspot[], now: readonly Hotspot[]): string {
  if (before === now) return "";
  const kept = new Set(now);
  return before.filter((hotspot) => !kept.has(hotspot)).map(({ id }) => id).join(" ");
}

const stillHotspots = memoLast((hotspots: readonly Hotspot[], moved: string): readonly Hotspot[] => {
  if (moved === "") return hotspots;
  const gone = new Set(moved.split(" "));
  return hotspots.filter(({ id }) => !gone.has(id));
});

const stillViolations = memoLast((plan: Plan) => spacingViolations(plan));

const stillLayers = memoLast(
  (still: readonly Hotspot[], projection: Projection, buffer: number, selection: ReadonlySet<string>, scheme: Scheme, opacity: number) =>
    hotspotLayers("hotspots", still, projection, { buffer, selection, scheme, opacity }),
);

const namesOf = (things: readonly { readonly name: string; readonly shape: Hotspot["shape"] }[], projection: Projection): Label[] =>
  things.map(({ name, shape }) => ({ text: name, at: projection.inverse(interiorPoint(shape)), down: 14 }));

const stillNames = memoLast((still: readonly Hotspot[], projection: Projection, scheme: Scheme, opacity: number) =>
  labelLayer("hotspots-names", namesOf(still, projection), scheme, opacity),
);

const patrolAreaNames = memoLast((areas: Plan["patrolAreas"], projection: Projection, scheme: Scheme, opacity: number) =>
  labelLayer("patrol-areas-names", namesOf(areas, projection), scheme, opacity),
);
