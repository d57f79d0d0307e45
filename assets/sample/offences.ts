// How often, when and where each offence happens in the invented town; the figures are made up.

import type { Setting } from "./town.ts";

/** Relative weight of the 24 hours of a day, for each day of the week, Monday first: 168 values. */
export type Week = readonly number[];

/** A bump about an hour, on some days: weight · exp(−½ (hours apart / width)²), around midnight too. */
type Bump = readonly [hour: number, width: number, weight: number, days?: string];

function week(base: number, ...bumps: readonly Bump[]): Week {
  return Array.from({ length: 168 }, (_, slot) => {
    let weight = base;
    for (const [hour, width, height, days = "0123456"] of bumps) {
      for (const day of days) {
        const apart = Math.abs(slot + 0.5 - (24 * Number(day) + hour));
        weight += height * Math.exp(-0.5 * (Math.min(apart, 168 - apart) / width) ** 2);
      }
    }
    return weight;
  });
}

const NIGHT_OUT = week(0.12, [17, 4, 0.5], [23.5, 2, 1, "0123"], [24.5, 2.2, 6, "45"], [22, 3, 1, "6"]);
const EVENING = week(0.2, [19, 4, 1], [22, 3, 0.8, "45"]);
const SHOPPING = week(0, [14.5, 3, 1, "01234"], [14, 3, 1.25, "5"], [13.5, 2.3, 0.8, "6"]);
const AT_HOME = week(0.25, [19.5, 4.5, 1], [23, 3, 0.9, "456"]);
const AWAY = week(0.08, [9, 1.6, 1, "01234"], [18.5, 2.5, 0.9], [11, 3, 0.5, "56"]);
const PARKED = week(0.06, [20, 2.5, 1], [9, 1.5, 0.35, "01234"]);
const DAYTIME = week(0.1, [13, 4, 1], [20, 3, 0.4]);

export interface OffenceModel {
  readonly category: string;
  readonly name: string;
  /** A year, before bursts and noise. */
  readonly perYear: number;
  readonly domestic: number;
  readonly week: Week;
  /** The busiest month (1–12) and by what share it exceeds the average. */
  readonly season: readonly [month: number, share: number];
  readonly where: Readonly<Partial<Record<Setting, number>>>;
  /** Mean hours between the earliest and latest time it can have happened; 0 = an instant. */
  readonly interval: number;
  /** The chance that it is followed within days by another one within 200 m. */
  readonly follows: number;
}

const VIOLENCE = "Violence against the person", THEFT = "Theft", VEHICLE = "Vehicle offences";
const DAMAGE = "Criminal damage and arson", ORDER = "Public order", ASB = "Anti-social behaviour";

const model = (
  category: string, name: string, perYear: number, when: Week, where: OffenceModel["where"],
  rest: Partial<Pick<OffenceModel, "domestic" | "season" | "interval" | "follows">> = {},
): OffenceModel => ({ category, name, perYear, week: when, where, domestic: 0, season: [7, 0.1], interval: 0, follows: 0, ...rest });

export const OFFENCES: readonly OffenceModel[] = [
  model(VIOLENCE, "Common assault", 1700, NIGHT_OUT, { home: 52, pub: 26, shop: 5, park: 2, hospital: 6, prison: 4, college: 2, "bus station": 3 }, { domestic: 0.37 }),
  model(VIOLENCE, "Assault occasioning actual bodily harm", 1250, NIGHT_OUT, { home: 48, pub: 38, prison: 4, hospital: 3, "bus station": 3, park: 4 }, { domestic: 0.34 }),
  model(VIOLENCE, "Grievous bodily harm", 95, NIGHT_OUT, { home: 40, pub: 50, park: 10 }, { domestic: 0.2 }),
  model(VIOLENCE, "Harassment", 800, AT_HOME, { home: 96, college: 2, "police station": 2 }, { domestic: 0.31 }),
  model(VIOLENCE, "Malicious communications", 750, AT_HOME, { home: 93, college: 3, "police station": 4 }, { domestic: 0.25 }),
  model(VIOLENCE, "Threats to kill", 160, AT_HOME, { home: 88, hospital: 6, prison: 6 }, { domestic: 0.28 }),
  model("Sexual offences", "Sexual assault", 260, NIGHT_OUT, { home: 70, pub: 22, park: 4, college: 4 }, { domestic: 0.18 }),
  model("Sexual offences", "Exposure", 60, EVENING, { home: 50, park: 40, station: 10 }),
  model("Robbery", "Robbery of personal property", 310, EVENING, { home: 55, pub: 10, park: 12, station: 9, "bus station": 9, college: 5 }, { season: [11, 0.2], follows: 0.18 }),
  model("Robbery", "Robbery of business property", 30, EVENING, { shop: 100 }, { season: [11, 0.3] }),
  model("Burglary", "Burglary - residential", 950, AWAY, { home: 100 }, { season: [12, 0.28], interval: 9, follows: 0.3 }),
  model("Burglary", "Burglary - business and community", 300, PARKED, { business: 70, shop: 20, college: 10 }, { season: [12, 0.15], interval: 13, follows: 0.12 }),
  model(VEHICLE, "Theft from motor vehicle", 1150, PARKED, { home: 76, "car park": 22, station: 2 }, { season: [11, 0.18], interval: 10, follows: 0.32 }),
  model(VEHICLE, "Theft of motor vehicle", 480, PARKED, { home: 82, "car park": 18 }, { season: [11, 0.1], interval: 10, follows: 0.12 }),
  model(VEHICLE, "Interference with a motor vehicle", 210, PARKED, { home: 85, "car park": 15 }, { season: [10, 0.15], interval: 9, follows: 0.3 }),
  model(THEFT, "Shoplifting", 1800, SHOPPING, { shop: 100 }, { season: [12, 0.16], follows: 0.1 }),
  model(THEFT, "Theft of pedal cycle", 520, DAYTIME, { home: 46, station: 24, college: 14, shop: 10, hospital: 6 }, { season: [7, 0.35], interval: 7 }),
  model(THEFT, "Theft from the person", 380, NIGHT_OUT, { pub: 60, shop: 20, "bus station": 12, station: 8 }, { season: [12, 0.18] }),
  model(THEFT, "Other theft", 1150, DAYTIME, { home: 55, pub: 12, business: 15, hospital: 8, college: 6, park: 4 }, { interval: 3 }),
  model(DAMAGE, "Criminal damage to vehicles", 800, PARKED, { home: 88, "car park": 12 }, { season: [10, 0.12], interval: 9, follows: 0.15 }),
  model(DAMAGE, "Criminal damage to buildings", 600, EVENING, { home: 64, pub: 8, shop: 14, business: 10, prison: 4 }, { interval: 5 }),
  model(DAMAGE, "Arson", 75, EVENING, { home: 60, park: 40 }, { season: [6, 0.3] }),
  model(ORDER, "Fear or provocation of violence", 900, NIGHT_OUT, { home: 42, pub: 30, shop: 14, hospital: 5, "bus station": 6, station: 3 }, { domestic: 0.06 }),
  model(ORDER, "Affray", 90, NIGHT_OUT, { home: 25, pub: 65, park: 10 }),
  model("Drugs", "Possession of cannabis", 420, EVENING, { home: 58, park: 16, station: 8, "bus station": 8, prison: 6, "police station": 4 }),
  model("Drugs", "Possession with intent to supply", 130, DAYTIME, { home: 84, prison: 10, station: 6 }),
  model("Possession of weapons", "Bladed article in a public place", 120, EVENING, { home: 50, pub: 12, "bus station": 12, station: 8, park: 8, "police station": 10 }),
  model(ASB, "Nuisance", 1700, EVENING, { home: 66, shop: 12, park: 10, "bus station": 6, pub: 6 }, { season: [8, 0.28] }),
  model(ASB, "Personal", 300, AT_HOME, { home: 100 }, { season: [8, 0.2] }),
];
