// Why a command cannot run now, in words; null when it can.

import { committedPlan, type State } from "../store.ts";

type Reason = (state: State) => string | null;

export const needsProject: Reason = (state) => (state.project ? null : "Open or create a project first");

export const needsIncidents: Reason = (state) => (state.incidents ? null : "Load incidents first (File > Import incidents)");

export const needsPlane: Reason = (state) =>
  state.plane ? null : "Load incidents first: they say where on Earth the plan is (File > Import incidents)";

export const needsForecast: Reason = (state) => (state.forecast ? null : "Make a forecast first (Analysis > Forecast)");

export const needsSelection: Reason = (state) => (state.selection.length > 0 ? null : "Select something on the map first");

export const needsHotspot: Reason = (state) =>
  committedPlan(state).hotspots.some(({ id }) => state.selection.includes(id)) ? null : "Select a hotspot first";

export const needsPlan: Reason = (state) => {
  const { hotspots, patrolAreas } = committedPlan(state);
  return hotspots.length + patrolAreas.length > 0 ? null : "Make a hotspot or a patrol area first";
};

export const needsExpertPoints: Reason = (state) =>
  committedPlan(state).expertPoints.length > 0 ? null : "Place an expert point first (I)";

export const needsTrial: Reason = (state) => (committedPlan(state).trial || state.schedules.length > 0 ? null : "Design a trial first (Trial > Design)");

export const needsSchedule: Reason = (state) => (state.schedules.length > 0 ? null : "Seal the trial's schedule first (Trial > Schedule)");

export const all = (...reasons: readonly Reason[]): Reason => (state) => {
  for (const reason of reasons) {
    const text = reason(state);
    if (text) return text;
  }
  return null;
};
