// From incidents to what a rolling hold-out is asked with: blocks, raster, cells that count.

import type { Polygon } from "../../geo/types.ts";
import type { IncidentTable } from "../../incidents/table.ts";
import type { BacktestRequest, BacktestSettings } from "./backtest.ts";
import { cutBlocks } from "../cutBlocks.ts";
import { eventCount } from "../events.ts";
import { forecastGrid } from "../forecastGrid.ts";
import { ruleWithLayer, studyPolygons, type StudyArea } from "../studyArea.ts";
import { studyCells } from "../studyCells.ts";

/** All that a person chooses for a hold-out. */
export interface BacktestPlan extends BacktestSettings {
  /** Days of a block. */
  readonly days: number;
  /** Midnight at which the last test block ends, ms of local civil time read as UTC; null: after the last day that has an incident. */
  readonly end: number | null;
  /** Side of a cell, m. */
  readonly cell: number;
  /** Left out: the filter's area. */
  readonly studyArea?: StudyArea;
}

export interface PreparedBacktest {
  readonly request: BacktestRequest;
  /** Which cells count, in words. */
  readonly studyRule: string;
  /** The test blocks together, ms: `to` exclusive. */
  readonly tested: { readonly from: number; readonly to: number };
  /** Events in the blocks before the test blocks, and in these. */
  readonly past: number;
  readonly happened: number;
}

const DAY = 86_400_000;

/**
 * @param rows - of the table: those that a filter keeps
 * @param filterArea - the study area where the plan has none of its own; empty: wherever something has happened before the first test block
 * @throws InputError where the incidents do not reach so far back, their times are too coarse, or cells are too many
 */
export function prepareBacktest(
  table: Pick<IncidentTable, "x" | "y" | "start" | "precision">,
  rows: Uint32Array,
  filterArea: readonly Polygon[],
  { days, end, cell, studyArea, ...settings }: BacktestPlan,
): PreparedBacktest {
  const { history, testBlocks } = settings;
  const { blocks, starts, times, end: to } = cutBlocks(table, rows, { days, count: history + 1 + testBlocks, end: end ?? undefined });
  const past = blocks.slice(0, -testBlocks);
  const area = studyPolygons(studyArea, filterArea);
  const grid = forecastGrid(area, past, cell);
  const { cells, rule } = studyCells(grid, area, past);
  return {
    request: { ...settings, blocks, starts, ...(settings.peers?.includes("selfExciting") && { moments: times.map((block) => block.map((ms) => ms / DAY)) }), grid, cells },
    studyRule: ruleWithLayer(rule, studyArea),
    tested: { from: starts[past.length], to },
    past: eventCount(past),
    happened: eventCount(blocks.slice(-testBlocks)),
  };
}
