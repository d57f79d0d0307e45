// Where the cells of a forecast come from, where it is not the area of the filter.

import type { Polygon } from "../geo/types.ts";

/** "near": wherever a past event is near; or the polygons of a layer, which the project may lose later. */
export type StudyArea = "near" | { readonly layer: string; readonly polygons: readonly Polygon[] };

/** @returns the polygons that cells must lie in; none: the cells near past events */
export function studyPolygons(asked: StudyArea | undefined, filterArea: readonly Polygon[]): readonly Polygon[] {
  if (asked === undefined) return filterArea;
  return asked === "near" ? [] : asked.polygons;
}

/** The rule of `studyCells` with the name of the layer that its area is of. */
export const ruleWithLayer = (rule: string, asked: StudyArea | undefined): string =>
  asked === undefined || asked === "near" ? rule : `${rule}, the layer ${asked.layer}`;

/** As a result's parameters tell it. */
export const studyAreaName = (asked: StudyArea | undefined): string => (asked === undefined ? "filter" : asked === "near" ? "near past events" : `layer ${asked.layer}`);
