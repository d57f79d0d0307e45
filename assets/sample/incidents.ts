// Three years of incidents drawn from the town's addresses: weekly rhythm, seasons, near repeats and the festival.

import { drawGamma } from "../../core/stats/drawGamma.ts";
import { drawPoisson } from "../../core/stats/drawPoisson.ts";
import { createRandom, type Random } from "../../core/stats/random.ts";
import { gap } from "./curves.ts";
import { FESTIVAL_PARK } from "./ground.ts";
import { OFFENCES, type OffenceModel } from "./offences.ts";
import { SEED } from "./site.ts";
import type { Address, Setting, Town } from "./town.ts";

export const MINUTE = 60_000, DAY = 86_400_000;
/** Local civil time read as UTC, ms: the first day and the day after the last. */
export const FROM = Date.UTC(2022, 0, 1), UNTIL = Date.UTC(2025, 0, 1);

/** The festival's Thursdays: four days each summer. */
export const FESTIVALS: readonly number[] = [Date.UTC(2022, 6, 14), Date.UTC(2023, 6, 13), Date.UTC(2024, 6, 11)];

export interface Incident {
  readonly offence: OffenceModel;
  readonly domestic: boolean;
  /** Minutes are whole; `end` equals `start` for an instant. */
  readonly start: number;
  readonly end: number;
  readonly address: Address;
}

export function drawIncidents(town: Town): Incident[] {
  const bySetting = new Map<Setting, Draw<Address>>();
  for (const setting of new Set(town.addresses.map((address) => address.setting))) {
    bySetting.set(setting, weighted(town.addresses.filter((address) => address.setting === setting), (address) => address.weight));
  }
  const out: Incident[] = [];
  for (const offence of OFFENCES) {
    const random = createRandom(SEED).stream("incidents").stream(offence.name);
    const settings = weighted(Object.entries(offence.where), ([, share]) => share);
    const days = weighted(dayList(), (day) => dayWeight(offence, day));
    const hours = [0, 1, 2, 3, 4, 5, 6].map((weekday) =>
      weighted(Array.from({ length: 24 }, (_, hour) => hour), (hour) => offence.week[24 * weekday + hour]));
    const count = drawPoisson(random, 3 * offence.perYear);
    for (let i = 0; i < count; i++) {
      const day = days(random);
      const [setting] = settings(random);
      const address = (bySetting.get(setting as Setting) as Draw<Address>)(random);
      const start = day + 60 * MINUTE * hours[weekdayOf(day)](random) + MINUTE * minuteAsWritten(random);
      const incident: Incident = { offence, address, ...interval(random, offence, start), domestic: isDomestic(random, offence, address) };
      out.push(incident, ...nearRepeats(random, incident, town));
    }
  }
  return [...out, ...festival(town)].filter(({ start }) => start >= FROM && start < UNTIL);
}

/** Monday = 0. */
export const weekdayOf = (day: number): number => (new Date(day).getUTCDay() + 6) % 7;

const dayList = (): number[] => Array.from({ length: (UNTIL - FROM) / DAY }, (_, i) => FROM + i * DAY);

/** Week and season, with a slow rise of 3 % a year. */
function dayWeight({ week, season: [month, share] }: OffenceModel, day: number): number {
  const weekday = weekdayOf(day);
  const ofWeek = week.slice(24 * weekday, 24 * weekday + 24).reduce((sum, w) => sum + w, 0);
  const ofYear = ((day - FROM) / DAY / 365.25) % 1;
  return ofWeek * (1 + share * Math.cos(2 * Math.PI * (ofYear - (month - 0.5) / 12))) * (1 + (0.03 * (day - FROM)) / DAY / 365.25);
}

/** People round: to the half hour, to five minutes, seldom to the minute. */
function minuteAsWritten(random: Random): number {
  const u = random.uniform();
  if (u < 0.35) return 30 * random.integer(2);
  return u < 0.7 ? 5 * random.integer(12) : random.integer(60);
}

function interval(random: Random, { interval: hours }: OffenceModel, start: number): { start: number; end: number } {
  if (hours === 0) return { start, end: start };
  // One in twelve is found out only after a weekend or a holiday.
  const mean = random.uniform() < 1 / 12 ? 6 * hours : hours;
  const minutes = drawGamma(random, 2.2, (60 * mean) / 2.2);
  return { start, end: start + MINUTE * 5 * Math.round(minutes / 5) };
}

const isDomestic = (random: Random, { domestic, where }: OffenceModel, { setting }: Address): boolean => {
  const home = where.home ?? 0, all = Object.values(where).reduce((sum, share) => sum + share, 0);
  return setting === "home" && random.uniform() < (domestic * all) / home;
};

/** Each incident may start a burst: the next within 200 m, one to fourteen days later, and so on. */
function nearRepeats(random: Random, first: Incident, town: Town): Incident[] {
  const out: Incident[] = [];
  let last = first;
  while (last.offence.follows > 0 && random.uniform() < last.offence.follows) {
    const from = last.address, reach = 60 + 140 * random.uniform() ** 2;
    const near = town.addresses.filter(
      ({ at, setting }) => setting === from.setting && Math.abs(at.x - from.at.x) < reach && gap(at, from.at) < reach);
    const day = Math.ceil(Math.min(14, drawGamma(random, 1, 4)));
    const start = last.start + DAY * day + MINUTE * 30 * (random.integer(5) - 2);
    last = { ...last, address: near[random.integer(near.length)], ...interval(random, last.offence, start), domestic: false };
    out.push(last);
  }
  return out;
}

const FESTIVAL_OFFENCES: readonly (readonly [name: string, share: number])[] = [
  ["Theft from the person", 30], ["Possession of cannabis", 22], ["Common assault", 16], ["Other theft", 12],
  ["Nuisance", 10], ["Fear or provocation of violence", 6], ["Sexual assault", 2], ["Possession with intent to supply", 2],
];

/** Some 60 incidents a day in one park, Thursday to Sunday: a spike that is no hotspot. */
function festival(town: Town): Incident[] {
  const random = createRandom(SEED).stream("festival");
  const park = town.addresses.filter(({ location }) => location.endsWith(FESTIVAL_PARK));
  const kinds = weighted(FESTIVAL_OFFENCES, ([, share]) => share);
  return FESTIVALS.flatMap((thursday) =>
    Array.from({ length: drawPoisson(random, 240) }, () => {
      const [name] = kinds(random);
      const start = thursday + DAY * random.integer(4) + MINUTE * (14 * 60 + 5 * random.integer(108));
      const offence = OFFENCES.find((one) => one.name === name) as OffenceModel;
      return { offence, domestic: false, start, end: start, address: park[random.integer(park.length)] };
    }),
  );
}

type Draw<T> = (random: Random) => T;

/** Draws an item with probability in proportion to its weight. */
function weighted<T>(items: readonly T[], weight: (item: T) => number): Draw<T> {
  const upTo = new Float64Array(items.length);
  let sum = 0;
  items.forEach((item, i) => (upTo[i] = sum += weight(item)));
  return (random) => {
    const target = random.uniform() * sum;
    let low = 0, high = items.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle] > target) high = middle;
      else low = middle + 1;
    }
    return items[low];
  };
}
