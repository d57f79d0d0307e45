// The one state of the window. Components read it through selectors; only actions/ change it.

import { create } from "zustand";
import type { About, BasemapSummary, Host, ProjectSummary, ResultSummary } from "../core/host.ts";
import { NO_FILTER, type Filter } from "../core/incidents/filter.ts";
import type { ImportReport } from "../core/incidents/importReport.ts";
import type { IncidentTable } from "../core/incidents/table.ts";
import type { JobResult } from "../core/jobs.ts";
import type { Plane } from "../core/geo/plane.ts";
import type { Hexagon } from "../core/geo/types.ts";
import { startHistory, type History } from "../core/plan/history.ts";
import { EMPTY_COVER, type DesignCover } from "../core/record/cover.ts";
import { EMPTY_PLAN, type Plan } from "../core/plan/plan.ts";
import type { PublishedTables } from "../core/trial/published/publishedTables.ts";
import { EMPTY_TRIAL_COVER, type TrialCover } from "../core/trial/report/trialCover.ts";
import type { SealedSchedule } from "../core/trial/sealedSchedule.ts";
import type { JobPool } from "../workers/pool.ts";
import { START_ALLOCATION_DRAFT, type AllocationDraft } from "./allocationDraft.ts";
import { START_DESIGN_DRAFT, type DesignDraft } from "./designDraft.ts";
import { START_FIND_DRAFT, type FindDraft } from "./findDraft.ts";
import { START_EXPLORE_PLAN, type ExplorePlan } from "./explorePlan.ts";
import { START_FORECAST_VIEW, type ForecastView } from "./forecastView.ts";
import type { AllocationSearch, BestMove, VehicleDrag } from "./liveAllocation.ts";
import type { AllocationPage, ForecastPage, HotspotPage, TrialPage } from "./pages.ts";
import type { ShownAllocation } from "./shownAllocation.ts";
import type { ShownEffects, ShownExploration, ShownFleetSizes, ShownFrontier, ShownUncertainty } from "./shownExplorations.ts";
import type { Density, ShownBacktest, ShownExpertValue, ShownForecast } from "./shownResults.ts";
import type { ShownDosage } from "./shownDosage.ts";
import type { ShownEvaluation } from "./shownEvaluation.ts";
import type { ShownPower } from "./shownPower.ts";
import { START_FIND_VIEW, type DayPart, type FindView, type ShownFind } from "./shownFind.ts";
import type { ScheduleDraft } from "./shownSchedule.ts";
import type { ShownSlots } from "./shownSlots.ts";
import type { ShownStability } from "./shownStability.ts";
import type { ImportDraft } from "./importDraft.ts";
import { START_LAYERS, type ContextLayer, type LayerState } from "./layerState.ts";
import type { EveryOffence, Nudge, PlacementSearch, ShownConcentration, ShownTargetCells, ShownPlacement } from "./shownDesign.ts";

/** The project's incidents, and their lon/lat for the map (interleaved, degrees). */
export interface Incidents {
  readonly table: IncidentTable;
  readonly lonLats: Float64Array;
  readonly reports: readonly ImportReport[];
}

/** The incidents that the filter keeps, and what was counted on the way. */
export interface Filtered extends JobResult<"filterIncidents"> {
  readonly filter: Filter;
  readonly index: JobResult<"buildPointIndex">;
  /** x, y in metres and lon/lat in degrees of the kept incidents, in the order of `selected`. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly lonLats: Float64Array;
}

export type CellKind = "hexagon" | "square" | "h3";

/** A tessellation with counts, on the map and in the Hotspots panel; stale when made from another filter. */
export interface Cells {
  readonly kind: CellKind;
  readonly side: number;
  readonly result: JobResult<"tessellate">;
  readonly filter: Filter;
}

export type ToolName = "select" | "pan" | "hexagon" | "polygon" | "exclusion" | "expert" | "vertices" | "split" | "measure" | "fixed" | "forbidden";

export interface RunningJob {
  readonly id: number;
  readonly title: string;
  readonly fraction: number;
  readonly note: string;
  /** null: it must not stop half way. */
  readonly cancel: (() => void) | null;
}

export interface Message {
  readonly id: number;
  readonly kind: "info" | "warning" | "error";
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** What the map shows: degrees and web-map zoom. */
export interface View {
  readonly centre: readonly [number, number];
  readonly zoom: number;
  readonly bearing: number;
}

/** How the status bar shows coordinates. */
export type CoordinateSystem = "lonlat" | "plane";

export type Theme = "system" | "light" | "dark";

export type DialogName = "projects" | "import" | "export" | "shortcuts" | "about" | "save-copy" | "job-log" | null;

/**
 * A change in the making: outside the history until the gesture ends. `from` is the plan at pointer-down;
 * every move computes `plan` from it anew, so that nothing drifts and Esc is free.
 */
export interface Draft {
  readonly label: string;
  readonly plan: Plan;
  readonly from: Plan;
}

export interface State {
  readonly host: Host | null;
  readonly about: About | null;
  readonly pool: JobPool | null;
  readonly recent: readonly ProjectSummary[];
  readonly project: ProjectSummary | null;
  readonly readOnly: string | null;

  readonly incidents: Incidents | null;
  readonly filter: Filter;
  readonly filtered: Filtered | null;
  readonly plane: Plane | null;

  readonly history: History;
  readonly draft: Draft | null;
  /** Of the design's document. */
  readonly cover: DesignCover;
  /** Of the trial's report. */
  readonly trialCover: TrialCover;
  /** Ids of selected hotspots, patrol areas, exclusions and expert points. */
  readonly selection: readonly string[];
  readonly hovered: string | null;
  readonly tool: ToolName;
  readonly snapping: boolean;

  readonly cells: Cells | null;
  readonly findDraft: FindDraft;
  /** The last run of the methods side by side for each part of the day. */
  readonly finds: Readonly<Partial<Record<DayPart, ShownFind>>>;
  readonly findView: FindView;
  readonly stability: ShownStability | null;
  readonly designDraft: DesignDraft;
  /** Those that the last "best place nearby" moved; null before the first. */
  readonly nudges: readonly Nudge[] | null;
  readonly placement: ShownPlacement | null;
  readonly placementSearch: PlacementSearch | null;
  readonly targetCells: ShownTargetCells | null;
  readonly concentration: ShownConcentration | null;
  /** The incidents that the filter would keep of every offence, where they were asked for. */
  readonly everyOffence: EveryOffence | null;
  readonly density: Density | null;
  readonly allocationDraft: AllocationDraft;
  readonly allocation: ShownAllocation | null;
  readonly allocationSearch: AllocationSearch | null;
  /** Index of the selected vehicle of the allocation. */
  readonly vehicle: number | null;
  readonly vehicleDrag: VehicleDrag | null;
  readonly bestMove: BestMove | null;
  readonly frontier: ShownFrontier | null;
  readonly fleetSizes: ShownFleetSizes | null;
  readonly uncertainty: ShownUncertainty | null;
  readonly effects: ShownEffects | null;
  readonly explorePlan: ExplorePlan;
  readonly exploration: ShownExploration | null;
  readonly forecast: ShownForecast | null;
  readonly forecastView: ForecastView;
  readonly backtest: ShownBacktest | null;
  readonly expertValue: ShownExpertValue | null;
  /** A forecast of four-hour slots, and the index of the one on the map. */
  readonly slots: ShownSlots | null;
  readonly slotAt: number;
  /** Every sealed version of the trial's schedule, in order. */
  readonly schedules: readonly SealedSchedule[];
  /** Drawn or brought in, and not sealed. */
  readonly scheduleDraft: ScheduleDraft | null;
  /** What the trial could detect. */
  readonly power: ShownPower | null;
  /** What of the trial was delivered. */
  readonly dosage: ShownDosage | null;
  readonly evaluation: ShownEvaluation | null;
  /** The trial day whose arms the map and the Schedule page show. */
  readonly trialDay: number;
  readonly results: readonly ResultSummary[];

  readonly layers: readonly LayerState[];
  readonly contextLayers: readonly ContextLayer[];
  readonly basemaps: readonly BasemapSummary[];
  readonly basemap: string | null;
  readonly view: View;
  readonly coordinates: CoordinateSystem;

  readonly hotspotPage: HotspotPage;
  readonly trialPage: TrialPage;
  /** The paper on the Tables page; of no project. */
  readonly publishedTables: PublishedTables | null;
  readonly forecastPage: ForecastPage;
  readonly allocationPage: AllocationPage;
  readonly theme: Theme;
  readonly jobs: readonly RunningJob[];
  readonly messages: readonly Message[];
  readonly dialog: DialogName;
  readonly palette: boolean;
  readonly importDraft: ImportDraft | null;
}

/** What a project starts with; the host, the pool and the person's own settings outlast it. */
export const EMPTY_PROJECT = {
  project: null,
  readOnly: null,
  incidents: null,
  filter: NO_FILTER,
  filtered: null,
  plane: null,
  history: startHistory(EMPTY_PLAN),
  draft: null,
  cover: EMPTY_COVER,
  trialCover: EMPTY_TRIAL_COVER,
  selection: [],
  hovered: null,
  cells: null,
  findDraft: START_FIND_DRAFT,
  finds: {},
  findView: START_FIND_VIEW,
  stability: null,
  designDraft: START_DESIGN_DRAFT,
  nudges: null,
  placement: null,
  placementSearch: null,
  targetCells: null,
  concentration: null,
  everyOffence: null,
  density: null,
  allocationDraft: START_ALLOCATION_DRAFT,
  allocation: null,
  allocationSearch: null,
  vehicle: null,
  vehicleDrag: null,
  bestMove: null,
  frontier: null,
  fleetSizes: null,
  uncertainty: null,
  effects: null,
  explorePlan: START_EXPLORE_PLAN,
  exploration: null,
  forecast: null,
  forecastView: START_FORECAST_VIEW,
  backtest: null,
  expertValue: null,
  slots: null,
  slotAt: 0,
  schedules: [],
  scheduleDraft: null,
  power: null,
  dosage: null,
  evaluation: null,
  trialDay: 0,
  results: [],
  layers: START_LAYERS,
  contextLayers: [],
  basemap: null,
  view: { centre: [0, 30], zoom: 1.5, bearing: 0 },
  importDraft: null,
} satisfies Partial<State>;

export const useStore = create<State>()(() => ({
  host: null,
  about: null,
  pool: null,
  recent: [],
  ...EMPTY_PROJECT,
  tool: "select",
  snapping: true,
  basemaps: [],
  coordinates: "lonlat",
  hotspotPage: "find",
  trialPage: "design",
  publishedTables: null,
  forecastPage: "make",
  allocationPage: "optimise",
  theme: "system",
  jobs: [],
  messages: [],
  dialog: null,
  palette: false,
}));

/** The plan to draw: the draft while a gesture runs, otherwise the present. */
export const currentPlan = (state: State): Plan => state.draft?.plan ?? state.history.entries[state.history.position].plan;

/** The allocation to draw: the best so far while a search runs. */
export const currentAllocation = ({ allocation, allocationSearch }: Pick<State, "allocation" | "allocationSearch">): ShownAllocation | null => allocationSearch?.best ?? allocation;

/** The proposed hexagons to draw: the best so far while a search runs. */
export const currentProposal = ({ placement, placementSearch }: Pick<State, "placement" | "placementSearch">): readonly Hexagon[] | null =>
  (placementSearch?.best ?? placement?.found)?.hexagons ?? null;

/** The plan as last committed. */
export const committedPlan = (state: State): Plan => state.history.entries[state.history.position].plan;
