import { beforeAll, describe, expect, test } from "vitest";
import { csvRows } from "../../../../core/formats/csvRows.ts";
import type { ActivityReport, Patrols, Sightings } from "../../../../core/trial/dosage/activity.ts";
import type { Dosage } from "../../../../core/trial/dosage/dosage.ts";
import { dosageCsv } from "../../../../core/trial/dosage/dosageCsv.ts";
import { dosageOfTrial } from "../../../../core/trial/dosage/dosageOfTrial.ts";
import { readActivity } from "../../../../core/trial/dosage/readActivity.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { SAMPLE_DAYS, SAMPLE_PLANE, sampleArms, sampleFile, sampleUnits } from "../../../support/sampleTrial.ts";
import { ARMS, FOUR_DAYS, readText, TWO } from "./trialOfTwo.ts";

type Input = Parameters<typeof dosageOfTrial.params.parse>[0];
const run = async (input: Input): Promise<Dosage> => dosageOfTrial.run(dosageOfTrial.params.parse(input), nodeContext);
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);

describe("the sample's trial, whose truth is known", () => {
  const units = sampleUnits(), arms = sampleArms(units);
  let patrols: Patrols, pings: Sightings, reports: readonly ActivityReport[], dosage: Dosage;
  beforeAll(async () => {
    const read = (name: string, kind: "patrols" | "pings") =>
      readActivity.run(readActivity.params.parse({ source: { kind: "text", file: sampleFile(name) }, name, kind, units, plane: SAMPLE_PLANE }), nodeContext);
    const [logs, radio] = [await read("patrol-logs.csv.gz", "patrols"), await read("radio-pings.csv.gz", "pings")];
    [patrols, pings, reports] = [logs.patrols!, radio.sightings!, [logs.report, radio.report]];
    dosage = await run({ units, ...SAMPLE_DAYS, arms, patrols, pings });
  });
  const daysOf = (arm: 0 | 1): number[] => Array.from(dosage.patrols!.keys()).filter((cell) => arms[cell] === arm);

  test("its files are read: every row is kept or set aside", () => {
    expect(reports.map(({ rows, kept, far }) => ({ rows, kept, far }))).toEqual([{ rows: 6426, kept: 6410, far: 0 }, { rows: 7078, kept: 7078, far: 0 }]);
    expect(reports[0].setAside).toMatchObject([{ reason: "the end lies before the start", count: 16, lines: [421, 422, 926, 927, 929] }]);
    expect(dosage.matched).toMatchObject([{ kind: "patrols", rows: 6410, matched: 6410 }, { kind: "pings", rows: 7078, matched: 7021, inRing: 57 }]);
  });

  test("two or three patrols on a treatment day, none on one in twelve, one on one control day in twenty", () => {
    const visits = daysOf(1).map((cell) => dosage.patrols![cell]);
    const some = visits.filter((n) => n > 0);
    expect(some.length / visits.length).toBeCloseTo(11 / 12, 1);
    expect(Math.abs(some.length / visits.length - 11 / 12)).toBeLessThan(4 * Math.sqrt(((1 / 12) * (11 / 12)) / visits.length));
    // Two that overlap are one visit; a log that ends before it starts is lost.
    expect(some.filter((n) => n === 2 || n === 3).length / some.length).toBeGreaterThan(0.9);
    expect(Math.max(...visits)).toBe(3);
    const control = daysOf(0).map((cell) => dosage.patrols![cell]);
    expect(Math.abs(control.filter((n) => n > 0).length / control.length - 1 / 20)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / control.length));
  });

  test("half of the patrols were by two officers: more logs than visits", () => {
    const ratio = sum(dosage.officerPatrols!) / sum(dosage.patrols!);
    expect(ratio).toBeGreaterThan(1.45);
    expect(ratio).toBeLessThan(1.6);
  });

  test("delivery, contamination and lengths are told with their intervals", () => {
    expect(dosage.delivered).toMatchObject({ yes: 1602, of: 1820 });
    expect(dosage.contaminated).toMatchObject({ yes: 65, of: 1820 });
    expect(dosage.delivered!.interval.low).toBeCloseTo(0.8645, 4);
    expect(sum(dosage.lengths!)).toBe(sum(dosage.patrols!));
    expect(dosage.longEnough!.amber.yes).toBe(sum(dosage.fullPatrols!));
    expect(dosage.longEnough!.green.yes).toBe(sum(dosage.lengths!.slice(15)));
    expect(sum(dosage.byUnit.map(({ delivered }) => delivered))).toBe(1602);
    expect(sum(dosage.shifts.map(({ patrols: of }) => sum(of)))).toBe(sum(dosage.patrols!));
    expect(sum(dosage.byHour!.treatment) + sum(dosage.byHour!.control)).toBe(sum(dosage.patrols!));
  });

  test("the arms differ in every series, and positions are compared on their fortnight alone", () => {
    expect(dosage.alarms.map(({ name, state }) => [name, state])).toEqual([["Full patrols", "delivered"], ["Pings", "delivered"]]);
    const [full] = dosage.comparisons;
    expect(full).toMatchObject({ outcome: "Full patrols", treatment: { locationDays: 1820 }, control: { locationDays: 1820 } });
    expect(full.difference).toBeCloseTo(full.treatment.mean - full.control.mean, 12);
    const t = full.otherTests![0].statistic;
    expect(full.effects.find(({ formula }) => formula === "d = 2t / √(N − 2)")?.value).toBeCloseTo((2 * t) / Math.sqrt(3638), 10);
    expect(dosage.comparisons.find(({ outcome }) => outcome === "Pings")?.treatment.locationDays).toBe(140);
    expect(dosage.byWeek).toHaveLength(26);
    expect(dosage.byWeek.filter(({ ratios }) => ratios[4] !== null)).toHaveLength(2);
  });

  test("minutes on site by positions agree with the minutes that were logged", () => {
    const last = 168 * 20;
    const logged = patrols.start.reduce((total, start, i) => (start >= SAMPLE_DAYS.first + 168 * 86_400_000 ? total + patrols.end[i] - start : total), 0) / 60_000;
    // A stay counts from its first to its last position: half a minute is lost at each end, and what was just outside the edge.
    expect(sum(dosage.pingMinutes!.slice(last)) / logged).toBeGreaterThan(0.85);
    expect(sum(dosage.pingMinutes!.slice(last)) / logged).toBeLessThan(1);
  });

  test("the table of location-days holds what the matrices hold, and is blank where positions do not reach", () => {
    const [head, ...rows] = csvRows(dosageCsv(dosage));
    expect(rows).toHaveLength(20 * 182);
    const column = (name: string): string[] => rows.map(({ cells }) => cells[head.cells.indexOf(name)]);
    expect(sum(column("full patrols").map(Number))).toBe(sum(dosage.fullPatrols!));
    expect(column("pings").filter((cell) => cell !== "")).toHaveLength(14 * 20);
    expect(column("arm").filter((arm) => arm === "treatment")).toHaveLength(1820);
  });

  test("with the arms exchanged at random nothing differs, and the alarm rings", async () => {
    // The other hotspot's arms of the same day say nothing of a hotspot.
    const wrong = arms.map((_, cell) => arms[Math.floor(cell / 20) * 20 + ((cell + 7) % 20)]);
    const { alarms } = await run({ units, ...SAMPLE_DAYS, arms: wrong, patrols, pings });
    expect(alarms.map(({ state }) => state)).toEqual(["not delivered", "not delivered"]);
  });
});

describe("what is asked for", () => {
  const HEAD = "hotspot,start,end\n";

  test("logs alone are not called proof: what is not offered is not logged", async () => {
    const { patrols } = await readText(`${HEAD}a,2024-06-01 12:00,2024-06-01 12:15\n`, "patrols");
    expect((await run({ units: [...TWO], ...FOUR_DAYS, arms: ARMS, patrols })).notices[0]).toMatch(/^Logged patrols alone say little of control days/);
  });

  test("visits in hours that are not offered, long ones, and an officer in two places at once are told", async () => {
    const { patrols } = await readText("hotspot,officer,start,end\na,1,2024-06-01 12:00,2024-06-01 16:30\nb,1,2024-06-01 12:10,2024-06-01 12:25\n", "patrols");
    const { notices } = await run({ units: TWO.map((unit) => ({ ...unit, hours: [18, 19] })), ...FOUR_DAYS, arms: ARMS, patrols });
    expect(notices.slice(1)).toEqual([
      "1 visit is longer than 4 hours: a timer was perhaps left running. They count whole.",
      "2 visits began in hours in which the hotspot is not offered.",
      "1 time an officer was logged in two hotspots at once.",
    ]);
  });

  test("shifts take a patrol by its start, over midnight too", async () => {
    const { patrols } = await readText(`${HEAD}a,2024-06-01 19:59,2024-06-01 20:20\na,2024-06-02 02:00,2024-06-02 02:15\n`, "patrols");
    const { shifts } = await run({ units: [...TWO], ...FOUR_DAYS, arms: ARMS, patrols });
    expect(shifts.map(({ name, patrols: of }) => [name, sum(of)])).toEqual([["Day", 1], ["Night", 1]]);
  });

  test("departments whose positions are told apart are series of their own", async () => {
    const { sightings: pings } = await readText("time,longitude,latitude,department\n2024-06-01 12:00,0.0004,0.0004,JOU\n2024-06-01 12:01,0.0004,0.0004,Local\n", "pings");
    const { series } = await run({ units: [...TWO], ...FOUR_DAYS, arms: ARMS, pings });
    expect(series.map(({ name, values }) => [name, sum(values)])).toEqual([["Pings", 2], ["Pings: JOU", 1], ["Pings: Local", 1], ["Pings nearby", 0]]);
  });

  test("positions reach as far as their file, though those far from every hotspot were not kept", async () => {
    const { sightings: pings } = await readText("time,longitude,latitude,officer\n2024-06-01 12:00,0.0004,0.0004,1\n2024-06-03 12:00,2,2,2\n", "pings");
    expect(pings!.time).toHaveLength(1);
    const { series } = await run({ units: [...TWO], ...FOUR_DAYS, arms: ARMS, pings });
    expect(series[0]).toMatchObject({ name: "Pings", from: 0, until: 3 });
  });

  test("a mistaken request names what is wrong", async () => {
    const { patrols } = await readText(`${HEAD}a,2023-06-01 12:00,2023-06-01 12:15\n`, "patrols");
    await expect(run({ units: [...TWO], ...FOUR_DAYS, arms: ARMS, patrols })).rejects.toThrow("The patrol logs, 2023-06-01 to 2023-06-01, do not reach into the trial's days, 2024-06-01 to 2024-06-04.");
    await expect(run({ units: [...TWO], ...FOUR_DAYS, arms: ARMS.slice(1), patrols })).rejects.toThrow("The arms have 7 values; 2 units on 4 days need 8.");
    await expect(run({ units: [...TWO], ...FOUR_DAYS, arms: ARMS })).rejects.toThrow("There is no activity");
  });
});
