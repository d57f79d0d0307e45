// An invented trial of six hotspots and thirty days for tests of charts and report: arms, comparisons, delivery.

import { createRandom } from "../../../../core/stats/random.ts";
import type { Dosage, DosageRatio } from "../../../../core/trial/dosage/dosage.ts";
import type { ArmSummary, Comparison, CumulativeDays } from "../../../../core/trial/evaluate/trialEvaluation.ts";

export const FIRST = Date.UTC(2024, 3, 1);

const summary = (locationDays: number, total: number): ArmSummary => {
  const mean = total / locationDays, half = 1.96 * Math.sqrt(mean / locationDays);
  return { locationDays, total, mean, sd: Math.sqrt(mean), interval: { low: mean - half, high: mean + half, method: "t" } };
};

export const comparison = (outcome: string, measure: Comparison["measure"], treatment: number, control: number): Comparison => ({
  outcome,
  measure,
  treatment: summary(90, treatment),
  control: summary(90, control),
  difference: (treatment - control) / 90,
  differenceInterval: { low: (treatment - control - 20) / 90, high: (treatment - control + 20) / 90, method: "t, Welch" },
  change: control === 0 ? null : treatment / control - 1,
  test: { name: "Welch's t-test", statistic: -1.1, df: 177.3, p: 0.27 },
  effects: [{ name: "Cohen's d", value: -0.16, formula: "d = (x̄ₜ − x̄꜀) / s", interval: null }],
  cautions: [],
});

export const COMPARISONS: readonly Comparison[] = [
  comparison("Violence", "prevalence", 31, 38),
  comparison("Violence", "count", 44, 57),
  comparison("Violence", "harm", 2210.5, 3120),
  comparison("All crime", "prevalence", 60, 66),
  comparison("All crime", "count", 121, 130),
];

export function inventedDosage(units = 6, days = 30): Dosage {
  const random = createRandom(4);
  const arms = Uint8Array.from({ length: units * days }, (_, at) => ((at + Math.floor(at / units)) % 2 === 0 ? 1 : 0));
  const fullPatrols = Float64Array.from(arms, (arm) => (arm === 1 ? Math.floor(4 * random.uniform()) : random.uniform() < 0.05 ? 1 : 0));
  const lengths = new Float64Array(61);
  for (let i = 0; i < 400; i++) lengths[Math.min(60, Math.floor(9 + 9 * random.uniform() + (random.uniform() < 0.1 ? 20 : 0)))]++;
  const interval = { low: 5, high: 90, method: "log ratio, clustered by hotspot" };
  const ratio = (treatment: number): DosageRatio => ({ treatment, control: 0.05, locationDays: { treatment: 21, control: 21 }, ratio: treatment / 0.05, interval, differs: true });
  const share = (yes: number, of: number) => ({ yes, of, share: yes / of, interval: { low: yes / of - 0.05, high: yes / of + 0.05, method: "Wilson" } });
  return {
    first: FIRST, days, startHour: 6, clocks: "europe",
    units: Array.from({ length: units }, (_, i) => ({ id: `H${i + 1}`, name: `H${i + 1}`, stratum: i % 2 === 0 ? "day" : "night" })),
    arms, amber: 13, green: 15,
    patrols: fullPatrols, fullPatrols, officerPatrols: fullPatrols, minutes: fullPatrols.map((n) => 15 * n), lengths,
    pings: null, ringPings: null, pingMinutes: null, stops: null,
    series: [{ name: "Full patrols", definition: "Patrols of at least 13 minutes.", values: fullPatrols, from: 0, until: days }],
    comparisons: [comparison("Full patrols", "dosage", 130, 5), comparison("Pings in the hotspot", "dosage", 900, 700)],
    byWeek: Array.from({ length: Math.ceil(days / 7) }, (_, i) => ({ from: 7 * i, until: Math.min(days, 7 * i + 7), ratios: [i === 2 ? null : ratio(1.1 + random.uniform())] })),
    alarms: [{ name: "Full patrols", state: "delivered", cumulative: ratio(1.4), recent: ratio(1.3), words: "Treatment days had 28 times as many full patrols as control days." }],
    shifts: [],
    byHour: null,
    byUnit: Array.from({ length: units }, (_, i) => ({ id: `H${i + 1}`, name: `H${i + 1}`, treatmentDays: 15, controlDays: 15, delivered: 12 + (i % 3), contaminated: i % 2, fullPatrols: 20 + i, minutes: 300 + 15 * i })),
    delivered: share(74, 90),
    contaminated: share(5, 90),
    longEnough: { amber: share(190, 400), green: share(150, 400) },
    elsewhere: [],
    matched: [{ kind: "patrols", rows: 420, matched: 400, inRing: 0, noUnit: 12, outsideDays: 8, leftOut: 0 }],
    notices: [],
    conventions: ["A patrol is full from 13 minutes."],
  };
}

export function inventedCumulative(days = 30): CumulativeDays {
  const random = createRandom(9);
  let sums = { treatment: 0, control: 0 };
  const each = Array.from({ length: days }, () => (sums = { treatment: sums.treatment + Math.floor(8 * random.uniform()), control: sums.control + Math.floor(9 * random.uniform()) }));
  return {
    outcome: "All crime",
    treatment: Float64Array.from(each, ({ treatment }) => treatment),
    control: Float64Array.from(each, ({ control }) => control),
    difference: Float64Array.from(each, ({ treatment, control }) => treatment - control),
    band: Float64Array.from(each, (_, day) => 4 * Math.sqrt(day + 1)),
  };
}
