// What a phone lists at which moment.

import { expect, test } from "vitest";
import { packNow } from "../../../../core/trial/pack/packDay.ts";
import { packData } from "../../../../core/trial/pack/taskingPack.ts";
import { INPUT } from "./inventedSchedule.ts";

const pack = packData(INPUT);
const at = (time: string, team = "North") => packNow(pack, Date.parse(`${time}Z`), team);
const listed = (time: string, team?: string) => at(time, team).tasks.map(({ unit, unavailable }) => `${unit.id} ${unavailable ?? "now"}`);

test("a team sees its own treatment hotspots and those of no team, and nothing of another's", () => {
  expect(listed("2024-05-01T14:00")).toEqual(["T1 now", "T2 from 20:00"]);
  expect(listed("2024-05-01T14:00", "South")).toEqual(["T3 now"]);
  expect(listed("2024-05-02T14:00", "South")).toEqual(["T4 now"]);
  expect(listed("2024-05-02T14:00")).toEqual(["T1 now", "T4 now"]);
});

test("hours that are offered after midnight belong to the day before", () => {
  expect(listed("2024-05-01T20:00")).toEqual(["T1 now", "T2 now"]);
  expect(listed("2024-05-02T01:59")).toEqual(["T1 now", "T2 now"]);
  expect(listed("2024-05-02T02:00")).toEqual(["T1 now", "T2 no more today"]);
  expect(listed("2024-05-02T05:59")).toEqual(["T1 now", "T2 no more today"]);
});

test("the day turns at the protocol's hour, and outside the pack's days nothing is listed", () => {
  expect(at("2024-05-01T05:59")).toEqual({ date: "2024-04-30", inPack: false, tasks: [] });
  expect(at("2024-05-01T06:00")).toMatchObject({ date: "2024-05-01", inPack: true });
  expect(at("2024-05-03T05:59")).toMatchObject({ date: "2024-05-02", inPack: true });
  expect(at("2024-05-03T06:00")).toEqual({ date: "2024-05-03", inPack: false, tasks: [] });
});
