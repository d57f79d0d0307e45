// The alarm where treatment and control do not differ in what was delivered: what ended Trial Two, seen in time.

import { isoDay } from "../../incidents/isoDay.ts";
import { decimal, percent } from "../../inWords.ts";
import { britishDate } from "../../record/britishDate.ts";
import type { DosageAlarm, DosageRatio, DosageSeries } from "./dosage.ts";
import { ratioOfArms, type RatioLimits } from "./ratioOfArms.ts";

interface AlarmRules extends RatioLimits {
  /** The last so many weeks are looked at together, and each by itself. */
  readonly weeks: number;
}

const DAY = 86_400_000;

interface Known {
  readonly arms: Uint8Array;
  readonly units: number;
  /** Midnight of the first date, ms. */
  readonly first: number;
  /** Of this series, week by week. */
  readonly weeks: readonly { readonly from: number; readonly ratio: DosageRatio | null }[];
  /** The series is recorded on treatment days alone, and nothing that is recorded on all days stands beside it. */
  readonly oneSided: boolean;
}

/**
 * "not delivered": over all days, or over the last weeks together, the ratio is below the limit. "watch": it is not, but an interval
 * includes 1, one of the last weeks by itself falls short, or the records are one-sided. null where an arm has no location-days.
 */
export function deliveryAlarm(series: DosageSeries, { arms, units, first, weeks, oneSided }: Known, rules: AlarmRules): DosageAlarm | null {
  const { from, until } = series;
  const cumulative = ratioOfArms(series, arms, units, from, until, rules);
  const since = Math.max(from, until - 7 * rules.weeks);
  const recent = ratioOfArms(series, arms, units, since, until, rules);
  if (!cumulative || !recent) return null;
  // Whole weeks: a day or two by itself seldom tells the arms apart.
  const short = weeks.filter((week) => week.from >= from && week.from + 7 <= until && week.from > until - 7 * (rules.weeks + 1) && week.ratio?.differs === false);
  const both = [cumulative, recent];
  const state = both.some((one) => isBelow(one, rules.least)) ? "not delivered" : both.every(({ differs }) => differs) && short.length === 0 && !oneSided ? "delivered" : "watch";
  const to = britishDate(isoDay(first + (until - 1) * DAY));
  const all = inWords(cumulative, series.name, rules.level);
  const facts = since === from ? `In the ${until - from} days to ${to} ${all}.` : `In the ${rules.weeks} weeks to ${to} ${inWords(recent, series.name, rules.level)}; over all ${until - from} days ${all}.`;
  return { name: series.name, state, cumulative, recent, words: `${facts} ${verdict()}` };

  function verdict(): string {
    if (state === "delivered") return "Treatment differs from control: the trial is being delivered.";
    if (state === "not delivered") {
      const open = both.filter((one) => isBelow(one, rules.least)).every(({ interval }) => interval === null || interval.high >= rules.least);
      return `That is less than ${decimal(rules.least, 2)} times: the trial is not being delivered${open ? ", or too little is known to tell" : ""}. This ended Trial Two of the Thames Valley.`;
    }
    if (!both.every(({ differs }) => differs)) return "That may still be chance: the interval includes 1, or there is too little to tell.";
    if (short.length === 0) return "But what is not offered is not logged: without positions or stops this is no proof. Trial Two of the Thames Valley logged 17,794 patrols, and radio activity did not differ.";
    return `But ${short.length === 1 ? `in the week from ${britishDate(isoDay(first + short[0].from * DAY))}` : `in ${short.length} of the last weeks`} alone treatment did not differ from control.`;
  }
}

const isBelow = ({ ratio, treatment }: DosageRatio, least: number): boolean => (ratio === null ? treatment === 0 : ratio < least);

function inWords({ ratio, interval, treatment }: DosageRatio, name: string, level: number): string {
  const what = name.toLowerCase();
  if (ratio === null) return treatment === 0 ? `neither arm had any ${what}` : `control days had no ${what}, treatment days ${decimal(treatment, 2)} a location-day`;
  const within = interval ? ` (${percent(1 - level, 0)} interval ${decimal(interval.low, 2)} to ${decimal(interval.high, 2)})` : "";
  return `treatment days had ${decimal(ratio, 2)} times the ${what} of control days${within}`;
}
