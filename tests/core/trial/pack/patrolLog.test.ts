// The log of a phone: starts, stops, mistakes undone, positions that come late, and what is kept of it.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepLog, readKeptLog } from "../../../../core/trial/pack/keptLog.ts";
import {
  changePatrol, deletePatrol, dropPatrol, EMPTY_LOG, placeStart, resumePatrol, startPatrol, stopPatrol, type PatrolLog,
} from "../../../../core/trial/pack/patrolLog.ts";

const moment = (epoch: number) => ({ epoch, local: epoch + 3_600_000 });
const fix = { lon: 1.2, lat: 54.4, accuracy: 8 };
const officer: PatrolLog = { ...EMPTY_LOG, officer: "4711", team: "North" };
const started = startPatrol(officer, { hotspot: "T1", area: "", date: "2024-05-01", start: moment(1000) });
const stopped = stopPatrol(started, moment(901_000));

describe("the log", () => {
  test("has a patrol from its stop on, by the officer who started it", () => {
    expect(started).toMatchObject({ running: { hotspot: "T1", officer: "4711", team: "North", startAt: null }, patrols: [] });
    expect(stopped.running).toBeNull();
    expect(stopPatrol({ ...started, officer: "somebody else" }, moment(2000)).patrols).toMatchObject([{ officer: "4711", activity: "foot patrol", note: "" }]);
  });

  test("has one patrol under way at a time", () => {
    expect(startPatrol(started, { hotspot: "T2", area: "", date: "2024-05-01", start: moment(5000) })).toBe(started);
    expect(stopPatrol(stopped, moment(5000))).toBe(stopped);
  });

  test("goes back to just before a stop by mistake, unless another patrol is under way", () => {
    expect(resumePatrol(placeStart(stopped, 1000, fix), 1000)).toEqual(placeStart(started, 1000, fix));
    const next = startPatrol(stopped, { hotspot: "T2", area: "", date: "2024-05-01", start: moment(1_000_000) });
    expect(resumePatrol(next, 1000)).toBe(next);
    expect(resumePatrol(stopped, 77)).toBe(stopped);
  });

  test("forgets a start by mistake, and deletes one patrol and no other", () => {
    expect(dropPatrol(started)).toEqual(officer);
    const two = stopPatrol(startPatrol(stopped, { hotspot: "T2", area: "", date: "2024-05-01", start: moment(2_000_000) }), moment(3_000_000));
    expect(deletePatrol(two, 1000).patrols.map(({ hotspot }) => hotspot)).toEqual(["T2"]);
  });

  test("takes a position that comes while the patrol is under way, or when it is over", () => {
    expect(placeStart(started, 1000, fix).running?.startAt).toEqual(fix);
    expect(placeStart(stopped, 1000, fix).patrols[0].startAt).toEqual(fix);
    expect(placeStart(started, 999, fix)).toEqual(started);
    expect(changePatrol(stopped, 1000, { endAt: fix, note: "n" }).patrols[0]).toMatchObject({ startAt: null, endAt: fix, note: "n" });
  });
});

describe("what the phone keeps", () => {
  test("is the log as it was, whatever was done", () => {
    const step = fc.oneof(
      fc.record({ hotspot: fc.string(), area: fc.string(), date: fc.string(), start: fc.nat().map(moment) }).map((patrol) => (log: PatrolLog) => startPatrol(log, patrol)),
      fc.nat().map((end) => (log: PatrolLog) => stopPatrol(log, moment(end))),
      fc.string().map((note) => (log: PatrolLog) => (log.patrols[0] ? changePatrol(log, log.patrols[0].start.epoch, { note, activity: "arrest" }) : log)),
      fc.constant((log: PatrolLog) => (log.patrols[0] ? resumePatrol(log, log.patrols[0].start.epoch) : log)),
    );
    fc.assert(fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const log = steps.reduce((done, next) => next(done), officer);
      expect(readKeptLog(keepLog(log))).toEqual(log);
    }));
  });

  test("is an empty log at first, and null where the text is something else", () => {
    expect(readKeptLog(null)).toBe(EMPTY_LOG);
    for (const text of ["", "{", "null", "[]", "{}", keepLog(stopped).replace('"format":1', '"format":2'), keepLog(stopped).replace("foot patrol", "tea"), keepLog(started).replace('"epoch":1000', '"epoch":null')]) {
      expect(readKeptLog(text), text).toBeNull();
    }
  });
});
