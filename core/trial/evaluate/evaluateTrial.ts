// The job that evaluates a trial: location-days and the arms that were drawn for them in; tables, tests, rates and cautions out.

import { InputError } from "../../errors.ts";
import { count } from "../../inWords.ts";
import { defineJob } from "../../job.ts";
import { floats, z } from "../../schema.ts";
import { armsSchema } from "../armsSchema.ts";
import { locationDaysSchema } from "../panel/locationDaysSchema.ts";
import { trialDrawShape } from "../protocolSchema.ts";
import { adjustOutcomes } from "./adjustOutcomes.ts";
import { analysedDays } from "./analysedDays.ts";
import { conventions } from "./conventions.ts";
import { cumulativeDays } from "./cumulativeDays.ts";
import { deliveredDays } from "./deliveredDays.ts";
import { evaluationCautions } from "./evaluationCautions.ts";
import { hourComparisons } from "./hourComparisons.ts";
import { outcomeComparisons } from "./outcomeComparisons.ts";
import { outcomeRates } from "./outcomeRates.ts";
import { measuresOf } from "./outcomeValues.ts";
import { perProtocol } from "./perProtocol.ts";
import { randomisationResults, schemeInWords } from "./randomisationResults.ts";
import { ringEvaluation } from "./ringEvaluation.ts";
import { subgroupEvaluations } from "./subgroupEvaluations.ts";
import type { TrialEvaluation } from "./trialEvaluation.ts";
import { trialFlow } from "./trialFlow.ts";

const { share, block, redraw } = trialDrawShape;

export const evaluateTrial = defineJob({
  title: "Evaluate a trial: treatment against control by outcome, with randomisation inference, rates, delivery, hours, rings and subgroups",
  params: z.strictObject({
    panel: locationDaysSchema,
    arms: armsSchema.describe("of all days of the panel: 1 treatment, 0 control; day × units + unit"),
    days: z.int().positive().optional().describe("how many days of the panel are over and known; default: all"),
    draw: z.strictObject({ share, block, redraw }).prefault({}).describe("how the arms were drawn"),
    imported: z.boolean().default(false).describe("the schedule came from a file: the draw is taken to be as `draw` says"),
    primary: z.enum(["prevalence", "count", "harm"]).default("count").describe("the measure that was declared; the first outcome is the primary one"),
    level: z.number().gt(0).lt(0.5).default(0.05).describe("of the tests"),
    subgroups: z.array(z.strictObject({ name: z.string().min(1), units: z.array(z.string()).readonly() })).readonly().default([]).describe("declared beforehand, by ids of units"),
    dose: z
      .strictObject({
        fullPatrols: floats("on each location-day of the panel"),
        from: z.int().nonnegative().describe("the first trial day that the patrol logs reach over"),
        until: z.int().nonnegative().describe("the first that they do not"),
      })
      .optional(),
    notes: z.array(z.string()).readonly().default([]).describe("cautions known before, such as offences without harm"),
    seed: z.string().min(1).default("evaluation").describe("of the draws where a test cannot be exact"),
    draws: z.int().min(100).max(1_000_000).default(10_000),
  }),
  run({ panel, arms, days = panel.days, draw, imported, primary, level, subgroups, dose, notes, seed, draws }, context): TrialEvaluation {
    requireWhole({ panel, arms, days, dose });
    const [first] = panel.outcomes;
    if (!measuresOf(first).includes(primary)) throw new InputError(`The primary outcome is ${first.name} by ${primary}, but no harm is known. Give a harm table (Hotspots panel), or declare prevalence or count.`);
    const analysed = analysedDays(panel, arms, days);
    const delivery = dose ? deliveredDays(analysed, dose) : null;
    context.progress(0.05, "Comparing the arms");
    const comparisons = outcomeComparisons(analysed, draw, level);
    if (comparisons.length === 0) throw new InputError(`One arm has fewer than 2 of the ${count(analysed.arms.length)} location-days. Wait for more days.`);
    const interim = days < panel.days ? { day: days, of: panel.days } : null;
    const randomisation = randomisationResults(analysed, interim ? { ...draw, redraw: null } : draw, { seed, draws, level, progress: (fraction) => context.progress(0.1 + 0.4 * fraction, "Drawing the arms again") });
    context.progress(0.5, "Fitting rates");
    const { rates, refused } = outcomeRates(analysed, level);
    context.progress(0.8, "Delivery, hours, rings, subgroups");
    const evaluated = {
      primary: { outcome: first.name, measure: primary },
      level,
      interim,
      flow: trialFlow(panel, arms, analysed, delivery),
      comparisons,
      randomisation,
      adjusted: adjustOutcomes(randomisation, primary),
      rates,
      perProtocol: delivery && perProtocol(analysed, delivery, level),
      byHour: hoursOf(analysed, level),
      rings: panel.ringWidth === null ? [] : analysed.outcomes.flatMap((outcome) => ringEvaluation(outcome, panel.ringWidth!, analysed.arms, level) ?? []),
      subgroups: subgroupEvaluations(analysed, subgroups, level),
      cumulative: cumulativeDays(analysed, level),
    };
    return {
      ...evaluated,
      conventions: conventions({ panel, level, scheme: schemeInWords(draw), hasDose: delivery !== null }),
      cautions: [...notes, ...refused, ...evaluationCautions(evaluated, analysed, { ...draw, imported })],
    };
  },
});

function hoursOf({ outcomes, arms }: ReturnType<typeof analysedDays>, level: number): TrialEvaluation["byHour"] {
  const told = outcomes.flatMap(({ name, byHour }) => (byHour ? [{ outcome: name, hours: hourComparisons(byHour, arms, level) }] : []));
  return told.length > 0 ? told : null;
}

type Given = Pick<z.output<typeof evaluateTrial.params>, "panel" | "arms" | "dose"> & { readonly days: number };

/** @throws InputError where columns do not have a value for every location-day */
function requireWhole({ panel, arms, days, dose }: Given): void {
  const cells = panel.days * panel.units.length;
  const columns: [what: string, length: number][] = [
    ["arms", arms.length],
    ...(dose ? [["full patrols", dose.fullPatrols.length] as [string, number]] : []),
    ...panel.outcomes.flatMap(({ name, count, harm, ring, byHour }): [string, number][] => [
      [`counts of ${name}`, count.length],
      ...(harm ? [[`harm of ${name}`, harm.length] as [string, number]] : []),
      ...(ring ? [[`ring of ${name}`, ring.length] as [string, number]] : []),
      ...(byHour ? [[`hours of ${name}`, byHour.length / 24] as [string, number]] : []),
    ]),
  ];
  const wrong = columns.find(([, length]) => length !== cells);
  if (wrong) throw new InputError(`Got ${wrong[1]} ${wrong[0]} for ${panel.days} days of ${panel.units.length} units. Give one for each of the ${cells} location-days.`);
  if (days > panel.days) throw new InputError(`${days} days are to be analysed of a trial of ${panel.days}. Give at most ${panel.days}.`);
}
