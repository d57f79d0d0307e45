import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { armsFromFile } from "../../../../core/trial/schedule/armsFromFile.ts";
import { balanceOf } from "../../../../core/trial/schedule/balanceOf.ts";
import { datesOf } from "../../../../core/trial/schedule/datesOf.ts";

const two = [{ id: "a", name: "Alley" }, { id: "b", name: "Bridge" }];
const table = (...rows: string[]): string => `Hotspot;Date;Condition\n${rows.join("\n")}\n`;

describe("a schedule that was made elsewhere", () => {
  it("is read by the names of its columns, with units by id or name and the common words for arms", () => {
    const { first, days, arms } = armsFromFile(table("Bridge;2024-04-02;0", "a;2024-04-01;Treatment", "b;2024-04-01;c", "Alley;2024-04-02;yes"), "s.csv", two);
    expect([first, days, [...arms]]).toEqual([Date.UTC(2024, 3, 1), 2, [1, 0, 1, 0]]);
  });

  it("is whole or refused: a missing, doubled or strange row is named", () => {
    const read = (...rows: string[]) => () => armsFromFile(table(...rows), "s.csv", two);
    expect(read("a;2024-04-01;t", "b;2024-04-01;c", "a;2024-04-03;t", "b;2024-04-03;c")).toThrow(/s.csv says nothing of a on 2024-04-02, and of 1 further location-days/);
    expect(read("a;2024-04-01;t", "a;2024-04-01;c")).toThrow(/a on 2024-04-01 stands on lines 2 and 3/);
    expect(read("x;2024-04-01;t")).toThrow(/Line 2 of s.csv names x, which is no unit of the trial: they are a, b\./);
    expect(read("a;01.04.2024;t")).toThrow(/line 2: "01.04.2024" is no date such as 2024-04-01/);
    expect(read("a;2024-04-01;perhaps")).toThrow(/"perhaps" is neither treatment nor control/);
    expect(read("a;1;t")).toThrow(/Line 2 of s.csv is of day 1, which is no date/);
    expect(() => armsFromFile("when,where\n", "s.csv", two)).toThrow(/s.csv has no column of the day: one is called date, day, trial day. Its columns are when, where/);
  });

  it("has ten of twenty on treatment on each day of the sample trial", () => {
    const file = readFileSync(join(import.meta.dirname, "..", "..", "..", "..", "assets", "sample", "trial-schedule.csv"), "utf8");
    const units = Array.from({ length: 20 }, (_, i) => ({ id: `T${i + 1}`, name: `T${i + 1}`, stratum: "" }));
    const { first, days, arms } = armsFromFile(file, "trial-schedule.csv", units);
    expect([first, days]).toEqual([Date.UTC(2024, 3, 1), 182]);
    expect(balanceOf(units, datesOf({ first, days }), 0.5, arms).blocks.every(({ treatment, control }) => treatment === 10 && control === 10)).toBe(true);
  });
});
