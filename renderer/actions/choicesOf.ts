// What a plan says only where it is asked for: one kind of day, and another study area than the filter's.

import { InputError } from "../../core/errors.ts";
import type { DayKind } from "../../core/forecast/holidays.ts";
import { MODELS, type ModelNumber } from "../../core/forecast/models.ts";
import type { ForecastPlan } from "../../core/forecast/prepareForecast.ts";
import type { StudyArea } from "../../core/forecast/studyArea.ts";
import { polygonsOf } from "../../core/formats/polygonsOf.ts";
import { useStore } from "../store.ts";

export interface ForecastChoices {
  /** "filter": its area; "near": within 1 km of past events; otherwise the id of a layer with polygons. */
  readonly area: string;
  readonly days: "any" | DayKind["forecast"];
  /** Midnights, ms of local civil time read as UTC; kept while the days are any. */
  readonly publicHolidays: readonly number[];
}

/** Silverman's rule estimates nothing, and so not how much the kind of day matters. */
export const knowsDays = (model: ModelNumber): boolean => MODELS[model].bandwidths !== "silverman";

export function dayKindOf({ days, publicHolidays }: ForecastChoices, model: ModelNumber): Pick<ForecastPlan, "dayKind"> {
  return days === "any" || !knowsDays(model) ? {} : { dayKind: { forecast: days, publicHolidays } };
}

/** @throws InputError where the layer is gone or has no polygons */
export function studyAreaOf({ area }: Pick<ForecastChoices, "area">): { readonly studyArea?: StudyArea } {
  if (area === "filter") return {};
  if (area === "near") return { studyArea: "near" };
  const { contextLayers, plane } = useStore.getState();
  const layer = contextLayers.find(({ id }) => id === area);
  const polygons = layer && plane ? layer.data.features.flatMap(({ geometry }) => polygonsOf(geometry, plane)) : [];
  if (!layer || polygons.length === 0) throw new InputError(`The layer ${layer?.name ?? area} has no polygons, so it is no study area. Choose another.`);
  return { studyArea: { layer: layer.name, polygons } };
}
