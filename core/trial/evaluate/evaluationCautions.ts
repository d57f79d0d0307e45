// What a reader must know before believing an evaluation's numbers.

import { count, percent } from "../../inWords.ts";
import type { AnalysedDays } from "./analysedDays.ts";
import type { Scheme } from "./randomisationResults.ts";
import type { TrialEvaluation } from "./trialEvaluation.ts";

/** Fewer clusters than this, and errors clustered by them come out too small. */
const FEW_UNITS = 20;
/** Harm is decided by few where so many location-days hold half of it. */
const FEW_OF_HARM = 0.01;
/** Less than this between the arms' shares of delivered days is hardly a trial. */
const LITTLE_DELIVERY = 0.2;

type Evaluated = Pick<TrialEvaluation, "interim" | "level" | "flow" | "perProtocol" | "adjusted" | "subgroups" | "primary">;

export function evaluationCautions({ interim, level, flow, perProtocol, adjusted, subgroups, primary }: Evaluated, analysed: AnalysedDays, scheme: Scheme & { readonly imported: boolean }): string[] {
  const cautions: string[] = [];
  if (interim) {
    cautions.push(
      `Interim: day ${count(interim.day)} of ${count(interim.of)}. Each look before the end is one more chance of a false alarm, so that tests at ${percent(level, 0)} err more often than that. Decide nothing on it unless the looks were planned with limits of their own.`,
    );
    if (scheme.redraw) cautions.push("The draw was repeated until the whole schedule was balanced; for a part of its days the tests take the first draw to stand, which makes p slightly too large.");
  }
  if (scheme.imported) cautions.push("The schedule came from a file: how it was drawn cannot be checked here. The tests take each block to have been drawn by itself, with as many on treatment as it has.");
  if (flow.units < FEW_UNITS) cautions.push(`There are ${count(flow.units)} units: errors clustered by so few come out too small. The randomisation tests do not depend on them.`);
  if (flow.incidents.inSeveralUnits > 0) cautions.push(`${count(flow.incidents.inSeveralUnits)} incidents lie in two units or more and count in each.`);
  if (flow.incidents.inSeveralRings > 0) cautions.push(`${count(flow.incidents.inSeveralRings)} incidents lie in the rings of two units or more and count in each.`);
  if (perProtocol) {
    const { treatment, control } = perProtocol.delivery;
    if (treatment - control < LITTLE_DELIVERY) {
      cautions.push(`Treatment days had a full patrol on ${percent(treatment)} and control days on ${percent(control)}: the arms hardly differ in what was delivered, so that no difference in crime says little of patrols.`);
    }
  }
  if (adjusted.length > 1) cautions.push(`${count(adjusted.length)} outcomes were declared: of ${primary.outcome}, the primary one, read p as it is; of the others the adjusted one.`);
  if (subgroups.length > 0) cautions.push("Subgroups are small trials: what counts is the test of interaction, and not that one subgroup is significant and another is not.");
  cautions.push(...harmCautions(analysed));
  return cautions;
}

function harmCautions({ outcomes }: AnalysedDays): string[] {
  return outcomes.flatMap(({ name, harm }) => {
    if (!harm) return [];
    const worst = harm.toSorted().toReversed();
    const half = worst.reduce((sum, value) => sum + value, 0) / 2;
    let held = 0, n = 0;
    while (held < half) held += worst[n++];
    return half > 0 && n <= FEW_OF_HARM * harm.length ? [`Half of the harm of ${name} lies in ${count(n)} of ${count(harm.length)} location-days: a few grave offences decide its mean, whichever arm they fell in.`] : [];
  });
}
