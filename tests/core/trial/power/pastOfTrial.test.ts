// Which days of the past speak for a trial.

import { describe, expect, test } from "vitest";
import { allBefore, between, sameSeason, type PastPiece } from "../../../../core/trial/power/pastOfTrial.ts";

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const inWords = (past: readonly PastPiece[]): string[] => past.map(({ first, days }) => `${new Date(first).toISOString().slice(0, 10)} ${days}`);
const known = { from: day("2020-11-15"), to: day("2024-01-01") };

describe("the past of a trial", () => {
  test("is its own dates in the years before, cut where the incidents begin, the oldest first", () => {
    expect(inWords(sameSeason(known, { first: day("2023-10-01"), days: 92 }))).toEqual(["2020-11-15 47", "2021-10-01 92", "2022-10-01 92"]);
  });

  test("ends before the trial and a day before the incidents do: a trial day runs on into the next date", () => {
    expect(inWords(sameSeason(known, { first: day("2024-12-20"), days: 30 }))).toEqual(["2020-12-20 30", "2021-12-20 30", "2022-12-20 30"]);
    expect(inWords(allBefore(known, { first: day("2021-01-01") }))).toEqual(["2020-11-15 46"]);
    expect(inWords(allBefore(known, { first: day("2030-01-01") }))).toEqual(["2020-11-15 1141"]);
  });

  test("is all that is known where no date is set, and all before where no season is", () => {
    expect(inWords(sameSeason(known, { first: 0, days: 128 }))).toEqual(["2020-11-15 1141"]);
    expect(inWords(sameSeason(known, { first: day("2021-06-01"), days: 30 }))).toEqual(["2020-11-15 197"]);
  });

  test("is nothing where the incidents begin with the trial", () => {
    expect(between(known, day("2019-01-01"), day("2019-02-01"))).toEqual([]);
    expect(inWords(between(known, day("2021-02-01"), day("2021-03-01")))).toEqual(["2021-02-01 28"]);
  });
});
