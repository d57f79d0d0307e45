// How concentrated crime is over cells, with the plan as it stands; kept in the project.

import { harmOfIncidents } from "../../core/incidents/harm/harmOfIncidents.ts";
import type { Shape } from "../../core/geo/types.ts";
import type { Plan } from "../../core/plan/plan.ts";
import type { ShownConcentration } from "../shownDesign.ts";
import { committedPlan, useStore } from "../store.ts";
import { breathe } from "./breathe.ts";
import { keepResult } from "./results.ts";
import { runJob } from "./runJob.ts";
import { theFiltered } from "./theFiltered.ts";

/** Its line in the status bar. */
export const CONCENTRATION_JOB = "Concentration of crime";

/** Of everything that patrols are sent to. */
export const shapesOf = ({ hotspots, patrolAreas }: Plan): Shape[] => [...hotspots, ...patrolAreas].map(({ shape }) => shape);

export async function measureConcentration(counts: ShownConcentration["counts"]): Promise<void> {
  const { x, y, filter, selected } = theFiltered();
  const { incidents } = useStore.getState();
  const plan = committedPlan(useStore.getState());
  const harm = counts === "harm" ? plan.harm : null;
  const shapes = shapesOf(plan);
  const params = { side: plan.side, ...(shapes.length > 0 && { shapes }), ...(filter.area.length > 0 && { area: [...filter.area] }) };
  const weight = harm ? harmOfIncidents(incidents!.table, selected, harm).weight : undefined;
  const found = await runJob(CONCENTRATION_JOB, "concentrationOfCrime", { x, y, weight, ...params });
  const concentration: ShownConcentration = { counts: harm ? "harm" : "incidents", side: plan.side, shapes, filter, known: incidents!.table.length, found };
  useStore.setState({ concentration });
  // Drawn first, then kept.
  await breathe();
  const { cells, cover, gini, generalisedGini, holding, plan: ours } = found;
  await keepResult({
    job: "concentrationOfCrime",
    title: `Concentration over cells of ${plan.side} m`,
    parameters: { counts: concentration.counts, harm: harm?.name ?? null, side: plan.side, cells: cover, shapes: shapes.length, gini, generalisedGini },
    request: { job: "concentrationOfCrime", filter, params: { ...params, ...(harm && { harm }) } },
    value: concentration,
    numbers: { cells, gini, generalisedGini, holding, plan: ours },
  });
}
