import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Sightings } from "../../../../core/trial/dosage/activity.ts";
import { joinPatrols, joinSightings } from "../../../../core/trial/dosage/joinActivity.ts";
import { matchSightings } from "../../../../core/trial/dosage/matchSightings.ts";
import { nearbySightings } from "../../../../core/trial/dosage/nearbySightings.ts";
import { at, FOUR_DAYS, readText, TWO } from "./trialOfTwo.ts";

type Row = readonly [officer: number, minute: number, x: number];

/** On 1 June from 12:00, on the line y = 50. */
const sightings = (rows: readonly Row[]): Sightings => ({
  unit: new Float64Array(rows.length).fill(-1), officer: Float64Array.from(rows, ([officer]) => officer), time: Float64Array.from(rows, ([, minute]) => at("2024-06-01 12:00") + 60_000 * minute),
  x: Float64Array.from(rows, ([, , x]) => x), y: new Float64Array(rows.length).fill(50), group: new Float64Array(rows.length).fill(-1), groups: [], span: null,
});
const match = (rows: readonly Row[]) => matchSightings(sightings(rows), TWO, FOUR_DAYS, 75, 5);

describe("positions by location-day", () => {
  test("a position counts inside, in the ring, or nowhere: all rows are accounted for", () => {
    const { inside, ring, counts } = match([[0, 0, 50], [0, 1, 100], [0, 2, 101], [0, 3, 175], [0, 4, 176], [0, 60 * 24 * 5, 50]]);
    expect(inside.slice(0, 2)).toEqual(Float64Array.of(2, 0));
    expect(ring.slice(0, 2)).toEqual(Float64Array.of(2, 0));
    expect(counts).toEqual({ rows: 6, matched: 2, inRing: 2, noUnit: 1, outsideDays: 1, leftOut: 0 });
  });

  test("minutes on site join successive positions of one officer in one hotspot at most five minutes apart", () => {
    expect(match([[0, 0, 50], [0, 4, 50], [0, 9, 50], [0, 15, 50]]).minutes![0]).toBe(9);
    expect(match([[0, 0, 50], [1, 1, 50], [0, 2, 450], [0, 3, 50]]).minutes!.every((minutes) => minutes === 0)).toBe(true);
    expect(match([[0, 0, 50], [1, 0, 50], [0, 3, 50], [1, 3, 50]]).minutes![0]).toBe(6);
    expect(match([[-1, 0, 50], [-1, 3, 50]]).minutes).toBeNull();
  });

  test("leaving out what is far from every hotspot changes no count and no minute", () => {
    const row = fc.tuple(fc.nat(2), fc.nat(60), fc.constantFrom(50, 60, 140, 250, 450, 5000, 9000));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (rows) => {
        const all = sightings(rows), near = nearbySightings(all, TWO, 75);
        const [a, b] = [all, near].map((some) => matchSightings(some, TWO, FOUR_DAYS, 75, 5));
        expect(b.inside).toEqual(a.inside);
        expect(b.ring).toEqual(a.ring);
        expect(b.minutes ?? new Float64Array(8)).toEqual(a.minutes);
        expect(near.time.length).toBeLessThanOrEqual(all.time.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe("further files", () => {
  const HEAD = "hotspot,officer,start,end,start longitude,start latitude\n";
  const ROWS = ["a,1,2024-06-01 12:00,2024-06-01 12:15,0.0004,0.0004", "a,2,2024-06-01 12:00,2024-06-01 12:15,0.0004,0.0004", "b,1,2024-06-01 13:00,2024-06-01 13:15,,", "b,1,2024-06-02 13:00,2024-06-02 13:15,0.004,0.0004"];
  const read = async (rows: readonly string[]) => (await readText(`${HEAD}${rows.join("\n")}\n`, "patrols")).patrols!;

  test("a log that is handed back twice counts once", async () => {
    const once = await read(ROWS);
    expect(joinPatrols(once, await read(ROWS))).toEqual({ joined: once, repeated: 4 });
  });

  test("two halves are the whole, and officers of the second follow on those of the first", async () => {
    const whole = await read(ROWS);
    const { joined, repeated } = joinPatrols(await read(ROWS.slice(0, 2)), await read(ROWS.slice(1)));
    expect(repeated).toBe(1);
    expect({ ...joined, officer: null }).toEqual({ ...whole, officer: null });
    expect(joined.officer).toEqual(Float64Array.of(0, 1, 3, 3));
  });

  test("positions of two files are joined without repeats, groups by their names", () => {
    const [first, second] = [sightings([[0, 0, 50], [0, 1, 50]]), sightings([[0, 1, 50], [1, 2, 450]])];
    const named = (some: Sightings, groups: readonly string[]): Sightings => ({ ...some, group: Float64Array.from(some.time, (_, i) => i % 2), groups: [...groups] });
    const { joined, repeated } = joinSightings(named(first, ["JOU", "Local"]), named(second, ["Local", "Traffic"]));
    expect(repeated).toBe(1);
    expect(joined).toMatchObject({ officer: Float64Array.of(0, 0, 2), group: Float64Array.of(0, 1, 2), groups: ["JOU", "Local", "Traffic"] });
  });
});
