// A tasking pack's file: what it holds and hides, its policy, its refusals.

import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { InputError } from "../../../../core/errors.ts";
import { planeProjection } from "../../../../core/geo/plane.ts";
import { base64 } from "../../../../core/trial/pack/base64.ts";
import type { PackData } from "../../../../core/trial/pack/packData.ts";
import { PHONE_PROGRAM } from "../../../../core/trial/pack/phoneProgram.ts";
import { packData, packFileName, taskingPack } from "../../../../core/trial/pack/taskingPack.ts";
import { teamsOf } from "../../../../core/trial/pack/treatedUnits.ts";
import { at, INPUT, PLANE, SCHEDULE } from "./inventedSchedule.ts";

const page = taskingPack(INPUT);
const between = (start: string, end: string): string => page.slice(page.indexOf(start) + start.length, page.indexOf(end, page.indexOf(start)));
const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64");

describe("the file", () => {
  test("lets its own program and style run, by their hashes, and nothing else", () => {
    const program = between("<script>", "</script>"), style = between("<style>", "</style>");
    expect(page).toContain(`content="default-src &#39;none&#39;; script-src &#39;sha256-${sha256(program)}&#39;; style-src &#39;sha256-${sha256(style)}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`);
    expect(program).toBe(PHONE_PROGRAM);
    expect(page).not.toMatch(/\b(?:src|href)="/);
    expect(PHONE_PROGRAM).not.toMatch(/<\/script|<!--|fetch\(|XMLHttpRequest|WebSocket|sendBeacon|https?:\/\/(?!www\.w3\.org)/);
  });

  test("carries its data as it is, whatever people named their trial", () => {
    expect(JSON.parse(between('id="pack">', "</script>")) as PackData).toEqual(JSON.parse(JSON.stringify(packData(INPUT))));
    expect(page).toContain("<title>Harrowmere &lt;/script&gt; trial: patrols</title>");
  });

  test("says nothing of units that are on control", () => {
    for (const words of ["C9", "Never Lane"]) expect(page).not.toContain(words);
    const first = taskingPack({ ...INPUT, days: 1 });
    for (const words of ["T4", "Station", "2024-05-02"]) expect(first).not.toContain(words);
  });
});

describe("what it carries", () => {
  test("has each day's treatment by the schedule's arms, once a unit", () => {
    const { units, days, teams, id } = packData(INPUT);
    expect(days.map(({ date, units: of }) => `${date}: ${of.map((u) => units[u].id).join(" ")}`)).toEqual(["2024-05-01: T1 T2 T3", "2024-05-02: T1 T4"]);
    expect(teams).toEqual(["North", "South"]);
    expect(id).toBe("2024-05-01-to-2024-05-02-3f9a02c1");
  });

  test("is a team's own and everybody's hotspots where it is for one team", () => {
    const { units, teams, id } = packData({ ...INPUT, from: 1, days: 1, team: "South" });
    expect([units.map((one) => one.id), teams, id]).toEqual([["T4"], ["South"], "2024-05-02-south-3f9a02c1"]);
    expect(packFileName({ ...INPUT, from: 1, days: 1, team: "South" })).toBe("tasking-2024-05-02-south.html");
    expect(packFileName(INPUT)).toBe("tasking-2024-05-01-to-2024-05-02.html");
  });

  test("has patrol areas by name, and the streets that run through", () => {
    const [t1, t2] = packData(INPUT).units;
    expect(t1.areas.map(({ name }) => name)).toEqual(["Arcade", "Bus station"]);
    expect(t1.streets).toEqual(["High Street", "Mill Lane"]); // the Ring Road passes by
    expect([t2.areas, t2.streets, t2.hours]).toEqual([[], ["High Street"], [20, 21, 22, 23, 0, 1]]);
  });

  test("has maps about each hotspot's middle, north up, with street names where they have room", () => {
    const [{ map, areas }] = packData(INPUT).units;
    expect(map.reach).toBe(150 + 75 + 120);
    expect(areas[1].path).toBe("M0 0L80 0L80 -80L0 -80Z");
    expect(map.labels.map(({ text, x, y, angle }) => [text, x, y, Math.abs(angle)])).toEqual([["High Street", -72, 0, 0], ["Mill Lane", 40, 0, 90], ["Ring Road", -250, 0, 90]]);
  });

  test("tells a phone's position on the map to within a metre up to a kilometre away", () => {
    const [{ map: { degrees } }] = packData(INPUT).units;
    for (const [east, north] of [[0, 0], [1000, 0], [0, -1000], [-700, 700]]) {
      const [lon, lat] = planeProjection(PLANE).inverse(at(east, north));
      const x = degrees.x[0] * (lon - degrees.lon) + degrees.x[1] * (lat - degrees.lat), y = degrees.y[0] * (lon - degrees.lon) + degrees.y[1] * (lat - degrees.lat);
      expect(Math.hypot(x - east, y + north)).toBeLessThan(1);
    }
  });

  test("needs no streets, no teams and no buffer", () => {
    const units = SCHEDULE.protocol.units.map((one) => ({ ...one, team: undefined }));
    const { units: [t1], teams } = packData({ ...INPUT, streets: null, schedule: { ...SCHEDULE, protocol: { ...SCHEDULE.protocol, units, ring: 0 } } });
    expect([t1.streets, t1.map.streets, t1.map.labels, t1.map.buffer, teams]).toEqual([[], "", [], "", []]);
  });
});

test("refuses what is not in the schedule, and a pack without a hotspot", () => {
  const refusal = (change: Partial<typeof INPUT>, words: RegExp): void => {
    expect(() => taskingPack({ ...INPUT, ...change })).toThrow(InputError);
    expect(() => taskingPack({ ...INPUT, ...change })).toThrow(words);
  };
  refusal({ from: 1, days: 2 }, /Trial days 2 to 3 are not all in the schedule, which has 2 from 2024-05-01/);
  refusal({ days: 0 }, /Choose days within it/);
  refusal({ team: "West" }, /The teams are: North, South/);
  refusal({ schedule: { ...SCHEDULE, arms: new Uint8Array(10) } }, /No hotspot is on treatment/);
  const [first, ...rest] = SCHEDULE.protocol.units;
  refusal({ schedule: { ...SCHEDULE, protocol: { ...SCHEDULE.protocol, units: [{ ...first, shapes: [] }, ...rest] } } }, /"Market <Square>" has no outline/);
  expect(teamsOf(SCHEDULE.protocol)).toEqual(["North", "South"]);
});

test("base64 is as Node writes it", () => {
  for (let n = 0; n < 8; n++) {
    const bytes = Uint8Array.from({ length: n }, (_, i) => 251 - 37 * i);
    expect(base64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
  }
});
