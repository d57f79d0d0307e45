// Evaluates the trial: counts its location-days from the project's incidents, and compares treatment with control.

import { InputError } from "../../core/errors.ts";
import { NO_FILTER } from "../../core/incidents/filter.ts";
import { doseOf } from "../../core/trial/evaluate/doseOf.ts";
import { daysKnown, evaluationOf, panelOf, type EvaluationPlan } from "../../core/trial/evaluate/prepareEvaluation.ts";
import { scheduleInForce } from "../../core/trial/schedule/scheduleInForce.ts";
import { progressParts } from "../../workers/progressParts.ts";
import type { ShownDosage } from "../shownDosage.ts";
import type { ShownEvaluation } from "../shownEvaluation.ts";
import { committedPlan, useStore, type State } from "../store.ts";
import { keepResult } from "./results.ts";
import { thePool, withProgress } from "./runJob.ts";

/** Its line in the status bar. */
export const EVALUATION_JOB = "Evaluating the trial";

const DRAWS = 10_000;

/** @throws InputError without incidents or a sealed schedule, or where no trial day is over */
export async function runEvaluation(): Promise<void> {
  const state = useStore.getState();
  const { incidents } = state;
  const schedule = scheduleInForce(state.schedules);
  if (!incidents) throw new InputError("There are no incidents to count. Import incidents first (File > Import incidents).");
  if (!schedule) throw new InputError("There is no sealed schedule. Draw and seal one, or bring one in, on the Schedule page.");
  const { table } = incidents;
  const delivery = deliveryOf(state);
  const { protocol, arms, origin, version, hash, seal } = schedule;
  const plan: EvaluationPlan = {
    protocol,
    arms,
    imported: origin.kind === "imported",
    harm: committedPlan(state).harm,
    dose: delivery && doseOf(delivery.found),
    days: daysKnown(table, protocol),
    seed: "evaluation",
    draws: DRAWS,
  };
  const found = await withProgress(EVALUATION_JOB, async (options) => {
    const { input, notes } = panelOf(table, plan);
    const panel = await thePool().run("locationDays", input, progressParts(options, 0, 0.3));
    return thePool().run("evaluateTrial", evaluationOf(plan, panel, notes), progressParts(options, 0.3, 1));
  });
  const evaluation: ShownEvaluation = { protocol, schedule: { version, hash, seal, origin }, found, known: table.length, delivery: delivery?.id ?? null };
  useStore.setState({ evaluation });
  const { outcome, measure } = found.primary;
  await keepResult({
    job: "evaluateTrial",
    title: `Evaluation of ${protocol.title}, ${found.interim ? `day ${found.interim.day} of ${found.interim.of}` : `${plan.days} days`}`,
    parameters: { schedule: hash, version, days: plan.days, units: protocol.units.length, outcome, measure, level: found.level, delivery: plan.dose !== null, harm: plan.harm?.name ?? null, draws: DRAWS, seed: plan.seed },
    request: { job: "evaluateTrial", filter: NO_FILTER, params: { ...plan } },
    value: evaluation,
    numbers: { comparisons: found.comparisons, randomisation: found.randomisation, rates: found.rates },
  });
}

/** What has changed since the evaluation that is shown, each in words; empty where it would come out the same today. */
export const evaluationChanged = (state: Pick<State, "evaluation" | "incidents" | "schedules" | "dosage">): string[] => {
  const { evaluation, incidents, schedules } = state;
  if (evaluation === null) return [];
  return [
    ...(scheduleInForce(schedules)?.seal === evaluation.schedule.seal ? [] : ["the schedule"]),
    ...((incidents?.table.length ?? 0) === evaluation.known ? [] : ["the incidents"]),
    ...((deliveryOf(state)?.id ?? null) === evaluation.delivery ? [] : ["the delivery"]),
  ];
};

/** What was counted for the schedule that holds; null for none, and for another. */
const deliveryOf = ({ dosage, schedules }: Pick<State, "dosage" | "schedules">): ShownDosage | null => (dosage?.seal === scheduleInForce(schedules)?.seal ? dosage : null);
