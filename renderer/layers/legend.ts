// What the measured colours on the map mean; the colour of plain shapes is their icon's in the layer tree.

import { currentAllocation, currentProposal, type State } from "../store.ts";
import type { JobResult } from "../../core/jobs.ts";
import type { Scheme } from "../map/scheme.ts";
import { count, decimal, metres } from "../ui/format.ts";
import { isoDay } from "../../core/incidents/isoDay.ts";
import { dateOfTrialDay } from "../../core/trial/schedule/trialDays.ts";
import { shownFind } from "../shownFind.ts";
import { shownSchedule, shownTrialDay } from "../shownSchedule.ts";
import { cellBreaks } from "./cellLayers.ts";
import { densityAlpha } from "./densityLayer.ts";
import { findLegend } from "./findLayers.ts";
import { forecastLegend } from "./forecastLegend.ts";
import { hasSurface, showsDots } from "./incidentLayers.ts";
import { MAP_COLOURS } from "./mapColours.ts";
import { aggregateBreaks } from "./mapLayers.ts";
import { uncertaintyLegend } from "./uncertaintyLayer.ts";
import { slotLegend } from "./slotLegend.ts";
import { vehicleLegend } from "./vehicleLegend.ts";
import { classColours, GREYS, rampColour, VIRIDIS, YELLOW_TO_RED, type Ramp, type Rgb } from "./ramps.ts";

export interface LegendEntry {
  readonly label: string;
  readonly colour: Rgb;
  readonly alpha?: number;
  readonly mark: "fill" | "outline" | "hatch" | "dot" | "ring" | "line";
}

export interface LegendPart {
  readonly id: string;
  readonly title: string;
  /** "incidents per km²"; empty where nothing is measured. */
  readonly unit: string;
  readonly entries: readonly LegendEntry[];
}

/** What the legend speaks of; not the draft, so that a drag leaves it alone. */
export type LegendState = Pick<State, "layers" | "filtered" | "finds" | "findView" | "cells" | "density" | "forecast" | "forecastView" | "slots" | "slotAt" | "uncertainty" | "allocation" | "allocationSearch" | "allocationDraft" | "placement" | "placementSearch" | "targetCells" | "designDraft" | "schedules" | "scheduleDraft" | "trialDay" | "history"> & { readonly zoom: number };

/** @param violations how many spacing rules are broken */
export function legend(state: LegendState, scheme: Scheme, aggregate: JobResult<"aggregateH3"> | null, violations: number): LegendPart[] {
  return state.layers.filter((layer) => layer.visible).flatMap((layer): LegendPart[] => {
    const colours = MAP_COLOURS[scheme];
    const part = (unit: string, entries: readonly LegendEntry[]): LegendPart[] => [{ id: layer.id, title: layer.name, unit, entries }];
    switch (layer.kind) {
      case "incidents":
        if (!state.filtered) return [];
        if (showsDots(state.filtered.x.length, state.zoom) || !aggregate) return part("", [{ label: "one incident", colour: colours.incident, mark: "dot" }]);
        if (hasSurface(state)) return [];
        return part(`incidents in an H3 cell (resolution ${aggregate.resolution})`, classes(aggregateBreaks(aggregate), greatest(aggregate.count), GREYS, scheme));
      case "cells": {
        if (!state.cells) return [];
        const { result } = state.cells;
        return part(`incidents in a cell of ${metres(result.side)} edge`, classes(cellBreaks(result.count), greatest(result.count), YELLOW_TO_RED, scheme));
      }
      case "find": {
        const find = shownFind(state);
        if (!find) return [];
        const { unit, entries } = findLegend(find, state.findView, scheme);
        return part(unit, entries);
      }
      case "density": {
        if (!state.density) return [];
        const { peak } = state.density;
        const shares = [1, 0.75, 0.5, 0.25, 0.05];
        return part("incidents per km²", shares.map((share) => ({
          label: inDigits(peak * share),
          colour: rampColour(VIRIDIS, scheme, share),
          alpha: densityAlpha(share),
          mark: "fill",
        })));
      }
      case "forecast": {
        if (!state.forecast) return [];
        const { unit, entries } = forecastLegend(state.forecast, state.forecastView, scheme);
        return part(unit, entries);
      }
      case "slots": {
        if (!state.slots) return [];
        const { unit, entries } = slotLegend(state.slots, state.slotAt, scheme);
        return part(unit, entries);
      }
      case "uncertainty": {
        if (!state.uncertainty) return [];
        const { unit, entries } = uncertaintyLegend(state.uncertainty, scheme);
        return part(unit, entries);
      }
      case "hotspots":
        return violations > 0 ? part("", [{ label: "spacing broken", colour: colours.violation, mark: "hatch" }]) : [];
      case "proposed":
        return currentProposal(state) ? part("", [{ label: "proposed hexagon", colour: colours.proposed, mark: "outline" }]) : [];
      case "target-cells":
        return state.targetCells ? part("", [{ label: "a cell that holds the share", colour: colours.text, mark: "outline" }]) : [];
      case "just-outside":
        return state.filtered ? part("", [{ label: `within ${metres(state.designDraft.meter.outside)} of an area`, colour: colours.violation, mark: "ring" }]) : [];
      case "trial": {
        const shown = shownSchedule(state);
        return shown ? part(isoDay(dateOfTrialDay(shownTrialDay(state, shown), shown.protocol)), [{ label: "treatment", colour: colours.treatment, alpha: 0.6, mark: "fill" }, { label: "control", colour: colours.control, mark: "outline" }]) : [];
      }
      case "expert-points":
      case "patrol-areas":
      case "exclusions":
      case "context":
        return [];
      case "vehicles": {
        const entries = vehicleLegend(currentAllocation(state), state.allocationDraft.plan, scheme);
        return entries.length > 0 ? part("", entries) : [];
      }
    }
  });
}

/** "12 to 30"; the highest class first, as on a thermometer. */
function classes(breaks: readonly number[], most: number, ramp: Ramp, scheme: Scheme): LegendEntry[] {
  const colours = classColours(ramp, scheme, breaks.length);
  return breaks
    .map((from, i): LegendEntry => {
      const to = i + 1 < breaks.length ? breaks[i + 1] - 1 : most;
      return { label: to > from ? `${count(from)} to ${count(to)}` : count(from), colour: colours[i], mark: "fill" };
    })
    .reverse();
}

const greatest = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b), 0);

const inDigits = (value: number): string => (value >= 100 ? count(value) : decimal(value, value >= 1 ? 1 : 3));
