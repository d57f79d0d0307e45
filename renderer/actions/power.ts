// Asks what the trial could detect: counts the past's location-days, then power by formula and by simulation.

import { InputError } from "../../core/errors.ts";
import { NO_FILTER } from "../../core/incidents/filter.ts";
import { percent } from "../../core/inWords.ts";
import { pastInputs, powerRequest, type PowerPlan } from "../../core/trial/power/preparePower.ts";
import type { LocationDays } from "../../core/trial/panel/locationDays.ts";
import { progressParts } from "../../workers/progressParts.ts";
import type { ShownPower } from "../shownPower.ts";
import { useStore } from "../store.ts";
import { breathe } from "./breathe.ts";
import { keepResult } from "./results.ts";
import { thePool, withProgress } from "./runJob.ts";

/** Its line in the status bar. */
export const POWER_JOB = "Asking what the trial could detect";

/** @throws InputError without incidents or units, or where no past day is known */
export async function runPower(plan: PowerPlan): Promise<void> {
  const { incidents } = useStore.getState();
  if (!incidents) throw new InputError("There are no incidents to count. Import incidents first (File > Import incidents).");
  const { table } = incidents;
  const found = await withProgress(POWER_JOB, async (options) => {
    const inputs = pastInputs(table, plan);
    const panels: LocationDays[] = [];
    for (const [i, input] of inputs.entries()) {
      panels.push(await thePool().run("locationDays", input, progressParts(options, (0.1 * i) / inputs.length, (0.1 * (i + 1)) / inputs.length)));
    }
    return thePool().run("powerOfTrial", powerRequest(plan, panels), progressParts(options, 0.1, 1));
  });
  const power: ShownPower = { units: plan.protocol.units.map(({ id }) => id), outcome: plan.outcome, past: plan.past, settings: plan.settings, found, known: table.length };
  useStore.setState({ power });
  // Drawn first, then kept.
  await breathe();
  await keepResult({
    job: "powerOfTrial",
    title: `What a trial of ${found.hotspots} hotspots and ${found.days} days could detect (${plan.outcome})`,
    parameters: {
      outcome: plan.outcome, hotspots: found.hotspots, days: found.days, pastDays: found.historyDays, expectedFall: percent(found.expectedFall), power: found.power, level: found.level,
      delivery: plan.settings.delivery ?? 1, contamination: plan.settings.contamination ?? 0, share: plan.protocol.share, block: plan.protocol.block, harm: plan.harm?.name ?? null,
      draws: found.draws, seed: plan.protocol.seed,
    },
    request: { job: "powerOfTrial", filter: NO_FILTER, params: { ...plan } },
    value: power,
    numbers: { measures: found.measures },
  });
}
