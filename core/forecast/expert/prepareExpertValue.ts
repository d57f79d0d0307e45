// From incidents to what the value of expert knowledge is measured on: blocks, raster, cells that count.

import type { Polygon } from "../../geo/types.ts";
import type { IncidentTable } from "../../incidents/table.ts";
import type { ExpertValueRequest, ExpertValueSettings } from "./expertValue.ts";
import { prepareBacktest, type BacktestPlan, type PreparedBacktest } from "../evaluate/prepareBacktest.ts";

/** All that a person chooses for it. */
export interface ExpertValuePlan extends ExpertValueSettings, Pick<BacktestPlan, "days" | "end" | "cell" | "studyArea"> {}

export interface PreparedExpertValue extends Omit<PreparedBacktest, "request"> {
  readonly request: ExpertValueRequest;
}

/**
 * The blocks and cells of a hold-out.
 * @param rows - of the table: those that a filter keeps
 * @param filterArea - the study area where the plan has none of its own
 * @throws InputError as `prepareBacktest`
 */
export function prepareExpertValue(
  table: Pick<IncidentTable, "x" | "y" | "start" | "precision">,
  rows: Uint32Array,
  filterArea: readonly Polygon[],
  plan: ExpertValuePlan,
): PreparedExpertValue {
  const { request: held, ...made } = prepareBacktest(table, rows, filterArea, { ...plan, models: [plan.model], coverable: 1, skipUpdates: [] });
  const { days: _days, end: _end, cell: _cell, studyArea: _studyArea, ...settings } = plan;
  return { ...made, request: { ...settings, blocks: held.blocks, grid: held.grid, cells: held.cells } };
}
