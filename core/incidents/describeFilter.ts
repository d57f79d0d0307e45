// A filter in words: what an export and a report say that their numbers stand on.

import { NO_FILTER, type Filter, type Period } from "./filter.ts";
import type { IncidentTable } from "./table.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

export function describeFilter(filter: Filter, { offences }: Pick<IncidentTable, "offences">): string {
  const parts: string[] = [];
  const without = new Set(filter.withoutOffences);
  if (without.size > 0) {
    const isLeft = (i: number): boolean => without.has(i);
    const left = named(offences, isLeft), kept = named(offences, (i) => !isLeft(i));
    parts.push(kept.length <= left.length ? `only ${kept.join(", ") || "no offence"}` : `without ${left.join(", ")}`);
  }
  if (filter.periods.length > 0) parts.push(filter.periods.map(days).join(" and "));
  if (filter.excludedPeriods.length > 0) parts.push(`not ${filter.excludedPeriods.map(days).join(", ")}`);
  if (filter.months.length > 0) parts.push(filter.months.map((month) => MONTHS[month]).join(", "));
  if (filter.weekdays.length > 0) parts.push(filter.weekdays.map((weekday) => WEEKDAYS[weekday]).join(", "));
  if (filter.hours) parts.push(`${clock(filter.hours.from)} to ${clock(filter.hours.to)}`);
  if (filter.domestic !== NO_FILTER.domestic) parts.push(filter.domestic === "only" ? "domestic only" : "without domestic");
  if (filter.area.length > 0) parts.push(`inside ${filter.area.length} polygon(s)`);
  return parts.length === 0 ? "all incidents" : parts.join("; ");
}

/** Categories where all of their offences are meant, otherwise the offences by name. */
function named(offences: IncidentTable["offences"], meant: (index: number) => boolean): string[] {
  const names = new Map<string, { readonly all: string[]; readonly meant: string[] }>();
  offences.forEach(({ category, name }, i) => {
    const found = names.get(category) ?? { all: [], meant: [] };
    found.all.push(name);
    if (meant(i)) found.meant.push(name);
    names.set(category, found);
  });
  return [...names].flatMap(([category, found]) => (found.meant.length === found.all.length ? [category] : found.meant));
}

/** The first and last day that the incidents speak of; "" without times. */
export function describePeriod({ start, precision }: Pick<IncidentTable, "start" | "precision">): string {
  if (precision === "none" || start.length === 0) return "";
  let first = Infinity, last = -Infinity;
  for (let i = 0; i < start.length; i++) {
    if (start[i] < first) first = start[i];
    if (start[i] > last) last = start[i];
  }
  const digits = precision === "month" ? 7 : 10;
  return `${iso(first).slice(0, digits)} to ${iso(last).slice(0, digits)}`;
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** The end of a period is exclusive; people name its last day. */
const days = ({ from, to }: Period): string => `${iso(from).slice(0, 10)} to ${iso(to - 1).slice(0, 10)}`;

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
