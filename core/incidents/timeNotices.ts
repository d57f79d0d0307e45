// What is odd about the times of a file: default times, gaps, precision that rules analyses out.

import type { ImportNotice } from "./importReport.ts";
import type { ReadIncidents } from "./readIncidents.ts";
import { isPrecise } from "./requirePrecision.ts";
import type { IncidentTable } from "./table.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;

const REFUSED = {
  none: ["no-times", "The file has no dates: everything by month, day or hour is refused on it."],
  month: ["month-only", "The file says only the month: analyses and filters by hour, day of week or single days are refused on it, because the hours and days are not known."],
  day: ["day-only", "The file says only the day: analyses and filters by hour are refused on it, because the hours are not known."],
  hour: ["hour-only", "The file says times to the hour only."],
} as const;

export function timeNotices(table: IncidentTable, read: ReadIncidents): ImportNotice[] {
  const notices: ImportNotice[] = [];
  const { precision, length, start, end } = table;
  if (precision !== "minute") notices.push({ code: REFUSED[precision][0], text: REFUSED[precision][1], count: length });
  if (precision === "none") return notices;
  const coarser = isPrecise(precision, "hour") ? read.precisions.day + read.precisions.month : precision === "day" ? read.precisions.month : 0;
  if (coarser > 0) notices.push({ code: "coarser-times", text: `Records say less than the rest (no time of day, or no day); they stand at the beginning of it.`, count: coarser });
  if (isPrecise(precision, "hour")) notices.push(...spikes(start, precision === "minute"));
  if (isPrecise(precision, "day")) notices.push(...gaps(start));
  const intervals = countWhere(length, (i) => end[i] > start[i]);
  if (intervals > 0) notices.push({ code: "intervals", text: "Incidents have a from and a to that differ; both are kept, and filters go by the from.", count: intervals });
  if (read.zoned > 0) {
    const mixture = read.zoned < table.length ? " Others carry none: check that the column is one kind of time." : "";
    notices.push({ code: "zoned-times", text: `Times carry a zone (Z or +01:00). The clock was taken as written, not shifted.${mixture}`, count: read.zoned });
  }
  if (read.mended > 0) notices.push({ code: "mended-times", text: "24:00 was read as 00:00 of the next day, second 60 as 59.", count: read.mended });
  return notices;
}

/**
 * Times that are typed when the true one is not known. A full hour stands out against the full hours on both sides
 * (over 1.5 times the greater, and at least 1 %); midnight also where it alone holds 5 %; a minute that is no multiple
 * of five against the other such minutes (over 10 times their median, and at least 0.5 %).
 */
function spikes(start: Float64Array, minutes: boolean): ImportNotice[] {
  const notices: ImportNotice[] = [];
  const n = start.length;
  const at = new Uint32Array(1440);
  for (let i = 0; i < n; i++) at[Math.floor((start[i] - Math.floor(start[i] / DAY) * DAY) / MINUTE)]++;
  const share = (count: number): string => `${((100 * count) / n).toFixed(1)} %`;
  const odd = [...at].filter((_, minute) => minute % 5 !== 0).toSorted((a, b) => a - b);
  const usualOdd = odd[odd.length >> 1];
  for (let minute = 0; minute < 1440; minute++) {
    const count = at[minute];
    const hour = minute % 60 === 0;
    const sides = hour ? Math.max(at[(minute + 60) % 1440], at[(minute + 1380) % 1440]) : 0;
    const stands = hour ? count > 1.5 * sides && count >= 0.01 * n : minute % 5 !== 0 && count > 10 * usualOdd && count >= 0.005 * n;
    if (minute === 0 && (stands || (minutes && count > 0.05 * n))) {
      notices.push({ code: "midnight-spike", text: `${share(count)} of the incidents are at exactly 00:00: their time is probably not known.`, count });
    } else if (stands && n >= 200) {
      notices.push({ code: "default-time", text: `${share(count)} of the incidents are at exactly ${clock(minute)}, far more than at the times around it: probably a default for "not known".`, count });
    }
  }
  const full = at.reduce((sum, count, minute) => sum + (minute % 60 === 0 ? count : 0), 0);
  if (full > 0.15 * n && full < n) {
    notices.push({ code: "full-hours", text: `${share(full)} of the incidents are on the full hour (2 % would be by chance): the minutes are rounded.`, count: full });
  }
  return notices;
}

/** Whole weeks without any incident, in data that otherwise have some every day. */
function gaps(start: Float64Array): ImportNotice[] {
  let first = Infinity, last = -Infinity;
  for (let i = 0; i < start.length; i++) {
    first = Math.min(first, start[i]);
    last = Math.max(last, start[i]);
  }
  const firstDay = Math.floor(first / DAY);
  const days = Math.floor(last / DAY) - firstDay + 1;
  if (start.length < 3 * days) return [];
  const seen = new Uint8Array(days);
  for (let i = 0; i < start.length; i++) seen[Math.floor(start[i] / DAY) - firstDay] = 1;
  let count = 0, run = 0, missing = 0;
  for (let day = 0; day < days; day++) {
    if (seen[day]) run = 0;
    else if (++run === 7) [count, missing] = [count + 1, missing + 7];
    else if (run > 7) missing++;
  }
  if (count === 0) return [];
  return [{ code: "gaps", text: `${count} times a week or more has no incident at all (${missing} of ${days} days): the file leaves them out, so counts per year are too low.`, count }];
}

const clock = (minute: number): string => `${`${Math.floor(minute / 60)}`.padStart(2, "0")}:${`${minute % 60}`.padStart(2, "0")}`;

function countWhere(length: number, test: (i: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < length; i++) if (test(i)) count++;
  return count;
}
