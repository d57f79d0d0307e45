// The log that is handed back: its columns, and every row of it read again by the trial's own reader.

import { expect, test } from "vitest";
import { fileWord } from "../../../../core/formats/fileWord.ts";
import { packData } from "../../../../core/trial/pack/taskingPack.ts";
import { PATROL_COLUMNS, patrolCsv, patrolFileName } from "../../../../core/trial/pack/patrolCsv.ts";
import type { Patrol } from "../../../../core/trial/pack/patrolLog.ts";
import { readActivity } from "../../../../core/trial/dosage/readActivity.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { INPUT, PLANE, SCHEDULE } from "./inventedSchedule.ts";

const pack = packData(INPUT);
const local = (time: string): number => Date.parse(`${time}Z`);
const moment = (time: string) => ({ local: local(time), epoch: local(time) - 3_600_000 });
const patrol = (more: Partial<Patrol>): Patrol => ({
  hotspot: "T1", area: "Arcade", date: "2024-05-01", team: "North", officer: "4711", start: moment("2024-05-01T14:02:05"), startAt: { lon: -0.1234567, lat: 54.4, accuracy: 8.6 },
  end: moment("2024-05-01T14:17:35"), endAt: null, activity: "foot patrol", note: "", ...more,
});

test("has a row a patrol with local times, measured minutes, and nothing where no position is known", () => {
  expect(patrolCsv("p", [patrol({})])).toBe(
    `${PATROL_COLUMNS.join(",")}\r\np,North,4711,T1,Arcade,2024-05-01,2024-05-01 14:02:05,2024-05-01 14:17:35,15.5,-0.123457,54.4,9,,,,foot patrol,\r\n`,
  );
});

test("the minutes are right in the night in which the clocks are put back", () => {
  const [, row] = patrolCsv("p", [patrol({ start: { local: local("2024-10-27T01:50:00"), epoch: 0 }, end: { local: local("2024-10-27T01:05:00"), epoch: 900_000 } })]).split("\r\n");
  expect(row).toContain("2024-10-27 01:50:00,2024-10-27 01:05:00,15.0,");
});

test("every row is read by the trial's reader, notes with commas, quotes and lines included, and after midnight too", async () => {
  const patrols = [
    patrol({}),
    patrol({ note: 'Two "youths",\nmoved on', activity: "stop and search", start: moment("2024-05-01T16:00:00"), end: moment("2024-05-01T16:20:00"), endAt: { lon: 1.2, lat: 54.4, accuracy: 20 } }),
    patrol({ hotspot: "T2", note: "=1+1", start: moment("2024-05-02T00:10:00"), end: moment("2024-05-02T00:26:00"), startAt: null }),
  ];
  const file = new Blob([patrolCsv(pack.id, patrols)]);
  const { patrols: read, report } = await readActivity.run({ source: { kind: "text", file }, name: "log.csv", kind: "patrols", units: SCHEDULE.protocol.units.map((unit) => ({ ...unit, hours: undefined })), ring: 75, plane: PLANE, mapping: {}, crs: "EPSG:4326" }, nodeContext);
  expect(report).toMatchObject({ rows: 3, kept: 3, setAside: [] });
  expect([...(read?.unit ?? [])]).toEqual([0, 0, 1]);
  expect([...(read?.start ?? [])]).toEqual(patrols.map(({ start }) => start.local));
  expect([...(read?.end ?? [])]).toEqual(patrols.map(({ end }) => end.local));
  expect([...(read?.fixes.patrol ?? [])]).toEqual([0, 1, 1]);
});

test("its file is named after pack and officer, in letters that every file system takes", () => {
  expect(patrolFileName(pack.id, "PC/47 11")).toBe("patrol-log_2024-05-01-to-2024-05-02-3f9a02c1_pc-47-11.csv");
  expect(patrolFileName("p", "…")).toBe("patrol-log_p_officer.csv");
  expect(fileWord("  Süd & Ost/2 ")).toBe("süd-ost-2");
});
