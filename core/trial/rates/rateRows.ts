// The rows of a model of rates: a trial's location-days that take part, with their arm, hotspot, day and exposure.

import { count } from "../../inWords.ts";
import type { Factor } from "../../stats/counts/countDesign.ts";
import { LEFT_OUT } from "../evaluate/splitByArm.ts";

export interface RatesData {
  readonly outcome: string;
  /** Counts (for prevalence 0 and 1); day × units + unit. */
  readonly y: Float64Array;
  /** 1 treatment, 0 control, LEFT_OUT. */
  readonly arms: Uint8Array;
  /** Hotspots of the trial. */
  readonly units: number;
  /** Of each trial day, 23 to 25: the exposure of its location-days. */
  readonly hours: Float64Array;
  /** Of the interval: 0.05 for 95 %. */
  readonly level: number;
}

export interface RateRows {
  readonly y: Float64Array;
  readonly treatment: Float64Array;
  readonly day: Uint32Array;
  readonly hotspots: Factor;
  /** ln (hours / 24). */
  readonly offset: Float64Array;
}

export function rateRows({ y, arms, units, hours }: RatesData): RateRows {
  const taken: number[] = [];
  for (let row = 0; row < arms.length; row++) if (arms[row] !== LEFT_OUT) taken.push(row);
  const rows = Uint32Array.from(taken), treatment = new Float64Array(rows.length), counts = new Float64Array(rows.length), offset = new Float64Array(rows.length);
  const logHours = hours.map((of) => Math.log(of / 24)), day = rows.map((row) => Math.floor(row / units));
  rows.forEach((row, i) => {
    treatment[i] = arms[row];
    counts[i] = y[row];
    offset[i] = logHours[day[i]];
  });
  return { y: counts, treatment, day, hotspots: { level: rows.map((row) => row % units), levels: units }, offset };
}

/** What a reader must know of any model of these counts. @param clusters - hotspots that took part */
export function smallNumbers(rows: RateRows, clusters: number): string[] {
  const events = [0, 0];
  rows.treatment.forEach((arm, i) => (events[arm] += rows.y[i]));
  const cautions: string[] = [];
  if (Math.min(...events) < FEW_EVENTS) cautions.push(`${count(events[1])} events on treatment and ${count(events[0])} on control location-days are few for a model: its interval is rough.`);
  if (!hasBothArms(rows)) cautions.push(`Each hotspot is of one arm throughout: with ${count(clusters)} hotspots this test rejects somewhat too often. Go by the randomisation test.`);
  else if (clusters < FEW_CLUSTERS) cautions.push(`Errors clustered by ${clusters} hotspots are unsure themselves: with so few the test rejects somewhat too often.`);
  return cautions;
}

/** Whether any hotspot has location-days of both. */
export function hasBothArms({ treatment, hotspots: { level, levels } }: RateRows): boolean {
  const seen = new Uint8Array(levels);
  treatment.forEach((arm, i) => (seen[level[i]] |= arm === 1 ? 1 : 2));
  return seen.includes(3);
}

const FEW_EVENTS = 20;
const FEW_CLUSTERS = 20;
