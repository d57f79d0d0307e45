// From incidents to what the forecast engine is asked with: blocks, raster, cells that count, expert points.

import { InputError } from "../errors.ts";
import type { Grid, Polygon } from "../geo/types.ts";
import type { IncidentTable } from "../incidents/table.ts";
import { cutBlocks } from "./cutBlocks.ts";
import { eventCount, type Events } from "./events.ts";
import { expertEvents, type ExpertEvent } from "./expert/expertEvents.ts";
import type { ForecastRequest, ForecastSettings } from "./forecast.ts";
import { HOLIDAY_COVARIATE, holidayLevel, type DayKind } from "./holidays.ts";
import { forecastGrid } from "./forecastGrid.ts";
import { MODELS } from "./models.ts";
import { ruleWithLayer, studyPolygons, type StudyArea } from "./studyArea.ts";
import { repeatedPlaces } from "./spreadPlaces.ts";
import { studyCells } from "./studyCells.ts";

/** All that a person chooses for a forecast. */
export interface ForecastPlan extends ForecastSettings {
  /** Days of a block, and how many past blocks the forecast is made from (models of one block: 1, whatever is asked). */
  readonly days: number;
  readonly blocks: number;
  /** Midnight at which the forecast block begins, ms of local civil time read as UTC; null: after the last day that has an incident. */
  readonly end: number | null;
  /** Side of a cell, m. */
  readonly cell: number;
  /** Weight of the expert block where no expert point speaks of the latest block, from which it would be learned. */
  readonly expertWeight: number;
  /** For one kind of day alone, with holiday or not as a covariate; left out: whatever the day. */
  readonly dayKind?: DayKind;
  /** Left out: the filter's area. */
  readonly studyArea?: StudyArea;
}

export interface PreparedForecast {
  readonly request: ForecastRequest;
  readonly grid: Grid;
  /** Indices of the cells that count, and in words which. */
  readonly cells: Uint32Array;
  readonly studyRule: string;
  /** The block that is forecast, ms: `to` exclusive. */
  readonly block: { readonly from: number; readonly to: number };
  /** The first moment of each past block that the forecast is made from, oldest first. */
  readonly starts: readonly number[];
  /** Events in these. */
  readonly incidents: number;
  /** Share of them at exactly the place of another. */
  readonly repeated: number;
}

const DAY = 86_400_000;

const holidayOf = ({ publicHolidays }: DayKind): ((start: number) => number) => {
  const days = new Set(publicHolidays);
  return (start) => holidayLevel(start, days);
};

/**
 * @param rows - of the table: those that a filter keeps
 * @param filterArea - the study area where the plan has none of its own; empty: wherever something has happened
 * @throws InputError where the incidents do not reach so far back, their times are too coarse, or cells are too many; for a kind
 * of day where nothing is estimated
 */
export function prepareForecast(
  table: Pick<IncidentTable, "x" | "y" | "start" | "precision">,
  rows: Uint32Array,
  filterArea: readonly Polygon[],
  plan: ForecastPlan,
  expertPoints: readonly ExpertEvent[],
): PreparedForecast {
  const { days, blocks: asked, end, cell, expertWeight, dayKind, studyArea, ...settings } = plan;
  const model = MODELS[plan.model];
  if (dayKind && model.bandwidths === "silverman")
    throw new InputError(`Model ${plan.model} estimates nothing, so it cannot tell how much the kind of day matters. Choose any day, or another model.`);
  const past = model.onePastBlock ? 1 : asked;
  const area = studyPolygons(studyArea, filterArea);
  // One more than it is made from: the fit explains the latest by those before it.
  const cut = cutBlocks(table, rows, { days, count: past + 1, end: end ?? undefined, covariate: dayKind && holidayOf(dayKind) });
  const used = cut.blocks.slice(1);
  const grid = forecastGrid(area, used, cell);
  const { cells, rule } = studyCells(grid, area, used);
  const level = dayKind?.forecast === "holiday" ? 1 : 0;
  // Experts speak of a block of days: theirs count as the kind of day that is forecast.
  const asOf = (events: Events): Events => (dayKind ? { ...events, z: [events.x.map(() => level)] } : events);
  const expert = asOf(expertEvents(expertPoints, { start: cut.end, days }));
  const expertBefore = asOf(expertEvents(expertPoints, { start: cut.starts[past], days }));
  return {
    request: { ...settings, blocks: cut.blocks, grid, ...(dayKind && { covariates: [HOLIDAY_COVARIATE], at: [level] }), ...(expert.x.length > 0 && { expert, expertBefore, expertWeight }) },
    grid,
    cells,
    studyRule: ruleWithLayer(rule, studyArea),
    block: { from: cut.end, to: cut.end + days * DAY },
    starts: cut.starts.slice(1),
    incidents: eventCount(used),
    repeated: repeatedPlaces(used),
  };
}
