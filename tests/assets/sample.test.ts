// The sample project: made again byte for byte, invented, and with the patterns and faults that its README names.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

import { beforeAll, describe, expect, test } from "vitest";

import { sampleFiles } from "../../assets/sample/sampleFiles.ts";
import { contains } from "../../core/geo/contains.ts";
import { planeProjection } from "../../core/geo/plane.ts";
import { spacingViolations } from "../../core/hotspots/spacing.ts";
import type { Plan } from "../../core/plan/plan.ts";

const folder = join(import.meta.dirname, "..", "..", "assets", "sample");
const committed = (name: string): Buffer => readFileSync(join(folder, name));
const csv = (name: string): Record<string, string>[] => {
  const bytes = committed(name);
  const [header, ...rows] = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").trimEnd().split("\n");
  const columns = header.split(",");
  return rows.map((row) => Object.fromEntries(row.split(",").map((cell, i) => [columns[i], cell])));
};
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const projection = planeProjection({ kind: "british-national-grid" });
/** A box in the North Sea, over 60 km from any coast. */
const SEA = { west: 0.95, east: 1.45, south: 54.25, north: 54.6 };
const inSea = (lon: number, lat: number): boolean => lon > SEA.west && lon < SEA.east && lat > SEA.south && lat < SEA.north;
const hour = (row: Record<string, string>): number => parseInt(row["date from"].slice(11, 13), 10);
const plan = JSON.parse(committed("plan.json").toString("utf8")) as Plan;

let rows: Record<string, string>[];
let placed: { row: Record<string, string>; lon: number; lat: number; x: number; y: number }[];
beforeAll(() => {
  rows = csv("incidents.csv.gz");
  placed = rows.filter(({ longitude }) => longitude !== "" && longitude !== "0").map((row) => {
    const lon = parseFloat(row.longitude), lat = parseFloat(row.latitude);
    return { row, lon, lat, ...projection.forward([lon, lat]) };
  });
});

/** Incidents in the trial's hotspots on treatment and on control days, by the day they began. */
function trialCounts(): { treatment: number; control: number } {
  const { features } = JSON.parse(committed("trial-hotspots.geojson").toString("utf8")) as
    { features: { properties: { id: string }; geometry: { coordinates: [number, number][][] } }[] };
  const shapes = features.map(({ properties, geometry }) => ({
    id: properties.id,
    shape: { kind: "polygon", rings: [geometry.coordinates[0].slice(1).map((p) => projection.forward(p))] } as const,
  }));
  const arms = new Map(csv("trial-schedule.csv").map(({ date, hotspot, arm }) => [`${date} ${hotspot}`, arm]));
  const counts = { treatment: 0, control: 0 };
  for (const { row, x, y } of placed) {
    const day = row["date from"].slice(0, 10);
    if (!arms.has(`${day} T1`)) continue;
    const hotspot = shapes.find(({ shape }) => contains(shape, x, y));
    if (hotspot) counts[arms.get(`${day} ${hotspot.id}`) as keyof typeof counts]++;
  }
  return counts;
}

test("every file made again from the seed is the committed one, byte for byte", () => {
  const made = sampleFiles();
  expect(made.size).toBe(17);
  for (const [name, bytes] of made) expect(`${name} ${sha256(bytes)}`).toBe(`${name} ${sha256(committed(name))}`);
});

test("the README gives the number of rows and the trial's counts that are in the files", () => {
  const readme = committed("README.md").toString("utf8");
  expect(readme).toContain(`${rows.length.toLocaleString("en-GB")} rows`);
  const { treatment, control } = trialCounts();
  expect(readme).toContain(`${treatment} on\ntreatment and ${control} on control days, a ratio of ${(treatment / control).toFixed(2)}`);
});

test("the manifest names files that are there, and they take less than 4 MB together", () => {
  const manifest = JSON.parse(committed("manifest.json").toString("utf8")) as { files: { file: string }[] };
  expect(manifest.files.length).toBe(16);
  for (const { file } of manifest.files) expect(existsSync(join(folder, file))).toBe(true);
  expect(manifest.files.reduce((sum, { file }) => sum + committed(file).length, 0)).toBeLessThan(4e6);
});

describe("the incidents", () => {
  test("number some 57 thousand over three years, each year alike", () => {
    expect(rows.length).toBeGreaterThan(55_000);
    expect(rows.length).toBeLessThan(60_000);
    for (const year of ["2022", "2023", "2024"]) {
      const count = rows.filter((row) => row["date from"].startsWith(year)).length;
      expect(count).toBeGreaterThan(18_000);
      expect(count).toBeLessThan(20_500);
    }
  });

  test("all lie in the open sea, where there is no town", () => {
    expect(placed.filter(({ lon, lat }) => !inSea(lon, lat))).toEqual([]);
  });

  test("carry the faults of real files", () => {
    expect(rows.filter(({ longitude }) => longitude === "").length).toBeGreaterThan(300);
    expect(rows.filter(({ longitude }) => longitude === "0").length).toBeGreaterThan(40);
    expect(rows.length - new Set(rows.map(({ id }) => id)).size).toBeGreaterThan(40);
    expect(rows.filter((row) => row["date from"] === "").length).toBeGreaterThan(0);
    expect(rows.filter((row) => row["date to"] !== "" && row["date to"] < row["date from"]).length).toBeGreaterThan(20);
    const midnight = rows.filter((row) => row["date from"].endsWith(" 00:00")).length;
    const one = rows.filter((row) => row["date from"].endsWith(" 01:00")).length;
    expect(midnight).toBeGreaterThan(2 * one);
  });

  test("are concentrated: 5 % of the addresses hold more than half, and the hospital stacks on one point", () => {
    const counts = new Map<string, number>();
    for (const { row } of placed) {
      const key = `${row.longitude} ${row.latitude}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const sorted = [...counts.values()].sort((a, b) => b - a);
    const top = sorted.slice(0, Math.ceil(sorted.length / 20)).reduce((sum, n) => sum + n, 0);
    expect(top / placed.length).toBeGreaterThan(0.5);
    const hospital = new Set(placed.filter(({ row, x }) => row.location === "On or near Hospital" && x > 609_000 && x < 610_000)
      .map(({ row }) => row.longitude + row.latitude));
    expect(hospital.size).toBe(1);
  });

  test("have the hours of their offence: shoplifting by day, common assault by night, half of it in two nights of the week", () => {
    const shop = rows.filter((row) => row["offence name"] === "Shoplifting" && !row["date from"].endsWith(" 00:00"));
    expect(shop.filter((row) => hour(row) >= 9 && hour(row) < 20).length / shop.length).toBeGreaterThan(0.9);
    const assault = rows.filter((row) => row["offence name"] === "Common assault" && row["date from"] !== "");
    expect(assault.filter((row) => hour(row) >= 20 || hour(row) < 4).length / assault.length).toBeGreaterThan(0.6);
    const night = assault.filter((row) => hour(row) >= 21 || (hour(row) < 4 && !row["date from"].endsWith(" 00:00")));
    // The night a time belongs to: six hours earlier, it is still the evening's date. 5 = Friday, 6 = Saturday.
    const evening = (row: Record<string, string>): number =>
      new Date(Date.parse(`${row["date from"].replace(" ", "T")}Z`) - 6 * 3_600_000).getUTCDay();
    expect(night.filter((row) => evening(row) >= 5).length / night.length).toBeGreaterThan(0.5);
  });

  test("have more burglaries in winter than in summer", () => {
    const months = (wanted: string[]): number =>
      rows.filter((row) => row.category === "Burglary" && wanted.includes(row["date from"].slice(5, 7))).length;
    expect(months(["11", "12", "01"])).toBeGreaterThan(1.3 * months(["05", "06", "07"]));
  });

  test("spike in the park of the festival, on its four days of each summer only", () => {
    const park = rows.filter(({ location }) => location === "On or near Lantern Park");
    const days = ["2022-07-14", "2022-07-15", "2022-07-16", "2022-07-17", "2023-07-13", "2023-07-14", "2023-07-15", "2023-07-16",
      "2024-07-11", "2024-07-12", "2024-07-13", "2024-07-14"];
    const during = park.filter((row) => days.includes(row["date from"].slice(0, 10))).length;
    expect(during).toBeGreaterThan(600);
    expect((park.length - during) / (1096 - 12)).toBeLessThan(during / 12 / 20);
  });
});

describe("the layers", () => {
  const names = ["study-area", "districts", "town-centre", "river", "parks", "grounds", "railway", "streets", "bridges", "places", "trial-hotspots"];
  type Feature = { properties: Record<string, string>; geometry: { type: string; coordinates: unknown } };
  const read = (name: string): Feature[] => (JSON.parse(committed(`${name}.geojson`).toString("utf8")) as { features: Feature[] }).features;

  test.each(names)("%s lies in the sea, its rings are closed and run anticlockwise", (name) => {
    const features = read(name);
    expect(features.length).toBeGreaterThan(0);
    for (const { geometry } of features) {
      const flat = [geometry.coordinates].flat(Infinity) as number[];
      for (let i = 0; i < flat.length; i += 2) expect(inSea(flat[i], flat[i + 1])).toBe(true);
      if (geometry.type !== "Polygon") continue;
      const [ring] = geometry.coordinates as [number, number][][];
      expect(ring.at(-1)).toEqual(ring[0]);
      let twice = 0;
      for (let i = 1; i < ring.length; i++) twice += (ring[i - 1][0] - 1.2) * (ring[i][1] - 54.4) - (ring[i][0] - 1.2) * (ring[i - 1][1] - 54.4);
      expect(twice).toBeGreaterThan(0);
    }
  });

  test("the seven districts fill the study area without overlap", () => {
    const size = ({ geometry }: Feature): number => {
      const ring = (geometry.coordinates as [number, number][][])[0].map((p) => projection.forward(p));
      return ring.reduce((sum, p, i) => sum + (p.x * ring[(i + 1) % ring.length].y - ring[(i + 1) % ring.length].x * p.y) / 2, 0);
    };
    const all = read("districts").reduce((sum, feature) => sum + size(feature), 0);
    expect(Math.abs(all / size(read("study-area")[0]) - 1)).toBeLessThan(1e-6);
  });

  test("street names are unique, and the places that the trial has to leave out are there", () => {
    const streets = read("streets").map(({ properties }) => properties.name);
    expect(new Set(streets).size).toBe(streets.length);
    const kinds = read("places").map(({ properties }) => properties.kind);
    for (const kind of ["hospital", "prison", "school", "railway station", "police station"]) expect(kinds).toContain(kind);
  });
});

describe("the plan", () => {
  test("has twelve hexagons of 150 m, of which exactly H4 and H12 are too close", () => {
    expect(plan.hotspots.length).toBe(12);
    for (const { shape } of plan.hotspots) expect(shape).toMatchObject({ kind: "hexagon", side: 150, rotation: 0 });
    const violations = spacingViolations(plan);
    expect(violations.map(({ kind, a, b }) => [kind, ...[a, b].sort()])).toEqual([["buffers-overlap", "H12", "H4"]]);
    expect(violations[0].gap).toBeCloseTo(82, 1);
  });

  test("has its hotspots where the incidents are: each ranked one holds over a hundred", () => {
    for (const { shape, rank } of plan.hotspots) {
      if (rank === null) continue;
      expect(placed.filter(({ x, y }) => contains(shape, x, y)).length).toBeGreaterThan(100);
    }
  });

  test("has patrol areas within their hotspots, and ids that are used once", () => {
    for (const { hotspot, shape } of plan.patrolAreas) {
      const home = plan.hotspots.find(({ id }) => id === hotspot);
      for (const { x, y } of shape.rings[0]) expect(home && contains(home.shape, x, y)).toBe(true);
    }
    const ids = [...plan.hotspots, ...plan.patrolAreas, ...plan.exclusions].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.max(...ids.map((id) => parseInt(id.slice(1), 10)))).toBe(plan.next - 1);
  });
});

describe("the trial", () => {
  test("treats ten of twenty hotspots on each of 182 days", () => {
    const days = new Map<string, string[]>();
    for (const { date, arm } of csv("trial-schedule.csv")) days.set(date, [...(days.get(date) ?? []), arm]);
    expect(days.size).toBe(182);
    for (const arms of days.values()) expect([arms.length, arms.filter((arm) => arm === "treatment").length]).toEqual([20, 10]);
  });

  test("has fewer incidents on treatment days, within chance of the true ratio of 0.85", () => {
    const counts = trialCounts();
    const error = Math.sqrt(1 / counts.treatment + 1 / counts.control);
    expect(counts.treatment).toBeLessThan(counts.control);
    expect(Math.abs(Math.log(counts.treatment / counts.control / 0.85))).toBeLessThan(2 * error);
  });

  test("has patrols on most treatment days and on few control days, in the hotspot that the log names", () => {
    const arms = new Map(csv("trial-schedule.csv").map(({ date, hotspot, arm }) => [`${date} ${hotspot}`, arm]));
    const logs = csv("patrol-logs.csv.gz");
    const patrolled = new Set(logs.map(({ start, area }) => `${start.slice(0, 10)} ${area}`));
    const share = (arm: string): number => [...patrolled].filter((day) => arms.get(day) === arm).length / 1820;
    expect(share("treatment")).toBeGreaterThan(0.88);
    expect(share("treatment")).toBeLessThan(0.95);
    expect(share("control")).toBeLessThan(0.08);
    for (const log of logs) expect(inSea(parseFloat(log["start longitude"]), parseFloat(log["start latitude"]))).toBe(true);
    expect(logs.filter((log) => log.end < log.start).length).toBeGreaterThan(0);
    for (const ping of csv("radio-pings.csv.gz")) expect(inSea(parseFloat(ping.longitude), parseFloat(ping.latitude))).toBe(true);
  });
});
