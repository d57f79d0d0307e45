// `hexbeat allocate` on a small invented project: the JSON, the GeoJSON, the rules, the day's plan, the refusals.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Feature, FeatureCollection, Point } from "geojson";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { InputError } from "../../core/errors.ts";
import { NO_FILTER } from "../../core/incidents/filter.ts";
import type { FleetSize } from "../../core/patrol/fleet/settleSizes.ts";
import type { PostedVehicle } from "../../core/patrol/posting/postedVehicles.ts";
import { createRandom } from "../../core/stats/random.ts";
import { drawNormal } from "../../core/stats/drawNormal.ts";
import { allocateCommand } from "../../electron/cliAllocate.ts";
import { withProject } from "../../electron/cliFiles.ts";
import { createCli, expectRefusal, json } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "hexbeat-allocate-"));
afterAll(() => rmSync(folder, { recursive: true }));
const hexbeat = createCli(folder);
const P = "town.hexbeat";

/** 300 thefts about a western and 100 assaults about an eastern place, 4 km apart. */
function incidents(): string {
  const random = createRandom("cli allocate");
  const lines = Array.from({ length: 400 }, (_, i) => {
    const east = i % 4 === 0;
    const lon = (east ? 10.03 : 9.97) + 0.004 * drawNormal(random), lat = 50 + 0.003 * drawNormal(random);
    return `2024-01-${`${1 + (i % 28)}`.padStart(2, "0")} 12:00,${lon.toFixed(6)},${lat.toFixed(6)},${east ? "Assault" : "Theft"}`;
  });
  return ["date,longitude,latitude,offence", ...lines].join("\n");
}

/** A rectangle of the town, degrees. */
const square = (west: number, east: number) => [[[west, 49.95], [east, 49.95], [east, 50.05], [west, 50.05], [west, 49.95]]];

beforeAll(async () => {
  writeFileSync(join(folder, "incidents.csv"), incidents());
  json(hexbeat(["import", "incidents.csv", "-p", P]));
  await withProject(join(folder, P), "write", async ({ host, opened }) => {
    const { id } = opened.project;
    const layer = (name: string, ...features: Feature[]) => host.putLayer({ id, layer: { id: `layer-${name}`, name, data: { type: "FeatureCollection", features } } });
    const [west, east] = ([["West", 9.9, 10], ["East", 10, 10.1]] as const).map(([name, from, to]): Feature => ({ type: "Feature", properties: { name }, geometry: { type: "Polygon", coordinates: square(from, to) } }));
    await layer("districts", west, east);
    await layer("east", east);
    await layer("roads", { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: [[9.95, 50], [10.05, 50]] } });
    // As the window keeps a forecast: by day everything is in the west of its raster, by night in the east.
    const grid = { origin: { x: -3000, y: -1000 }, cell: 500, columns: 12, rows: 4 };
    const perKm2 = (column: number) => Float32Array.from({ length: 48 }, (_, k) => (k % 12 === column ? 1 : 0));
    const window = (from: number, to: number, column: number, share: number) => ({ window: [from, to], perKm2: perKm2(column), share });
    const keep = (result: string, job: string, shown: object) =>
      host.putResult({ id, result: { id: result, job, title: job, made: "2024-02-01T00:00:00Z", parameters: {}, version: "0", request: {}, value: { shown, numbers: {} } } });
    await keep("result-1", "forecast", { grid, block: { from: Date.UTC(2024, 1, 1) }, plan: {}, filter: NO_FILTER, windows: [window(8, 20, 1, 0.75), window(20, 8, 9, 0.25)] });
    // Two slots on three tiles, each with demand in one of them and less than none in another.
    const slot = (number: number, ...values: number[]) => ({ slot: number, values: Float32Array.from(values) });
    await keep("result-2", "slotForecast", { tiles: grid, cells: Uint32Array.of(3, 7, 20), slots: [slot(0, 2, -1, 0), slot(1, 0, 3, -2)], filter: NO_FILTER, firstDay: Date.UTC(2024, 1, 1) });
  });
});

/** In this process, which is faster than a new one each time. */
const allocate = (...args: string[]): Promise<unknown> => allocateCommand(["-p", join(folder, P), ...args]);
const allocated = async (...args: string[]): Promise<Printed> => (await allocate(...args)) as Printed;

interface Window {
  readonly window: string;
  readonly meanDistance: number;
  readonly coverage: number;
  readonly objective: number;
  readonly bound: number;
  readonly gap: number;
  readonly share: number;
  readonly metresMoved: number;
  readonly vehicles: readonly PostedVehicle[];
}
interface Printed {
  readonly settings: Record<string, unknown>;
  readonly expected: { readonly coverage: number; readonly meanDistance: number };
  readonly windows: readonly Window[];
}

const isEast = ({ lon }: { lon: number }): boolean => lon > 10;
const place = ({ lon, lat }: { lon: number; lat: number }): string => `${lon},${lat}`;

describe("hexbeat allocate", () => {
  test("prints settings as used, where each vehicle stands and what it is there for, and the proof", () => {
    const { settings, windows: [found], expected } = json<Printed>(hexbeat(["allocate", "-p", P, "--objective", "coverage", "--vehicles", "4"]));
    expect(settings).toMatchObject({ objective: "coverage", vehicles: 4, radius: 500, tile: 300, distances: "straight lines" });
    expect(found).toMatchObject({ proven: true, gap: 0, share: 1, metresMoved: 0 });
    expect(found.bound).toBe(found.objective);
    expect(expected.coverage).toBe(found.coverage);
    expect(found.vehicles.map(({ vehicle }) => vehicle)).toEqual([1, 2, 3, 4]);
    // Three quarters of the incidents are in the west.
    expect(found.vehicles.filter(isEast)).toHaveLength(1);
    expect(found.vehicles.reduce((sum, { nearest }) => sum + nearest, 0)).toBeCloseTo(1, 12);
    for (const { withinRadius } of found.vehicles) expect(withinRadius).toBeGreaterThan(0);
  });

  test.each(["distance", "targets", "centre"])("%s is solved to its bound", async (objective) => {
    const { windows: [found] } = await allocated("--objective", objective, "--vehicles", "3", "--gap", "0", "--tile", "500");
    expect(found.vehicles).toHaveLength(3);
    expect(found.gap).toBeLessThan(1e-6);
    expect(found.bound / found.objective).toBeCloseTo(1, 6);
  });

  test("offences count as they are weighed", async () => {
    const { windows: [found] } = await allocated("--objective", "distance", "--vehicles", "1", "--offence-weights", "theft=0.1,assault=3");
    expect(found.vehicles.map(isEast)).toEqual([true]);
  });

  test("fixed and forbidden places bind, and so do jurisdictions and kinds", async () => {
    const { windows: [free] } = await allocated("--objective", "coverage", "--vehicles", "3");
    const [first] = free.vehicles;
    const east = free.vehicles.find(isEast)!;
    const bound = ["--forbidden", place(first), "--fixed", place(east), "--kinds", "car:2:500,foot:1:300:0.3", "--least", "East=2", "--jurisdictions", "districts"];
    const { windows: [{ vehicles }] } = await allocated("--objective", "coverage", ...bound);
    expect(vehicles.map(({ kind }) => kind).toSorted()).toEqual(["car", "car", "foot"]);
    expect(vehicles.map(place)).not.toContain(place(first));
    expect(vehicles.map(place)).toContain(place(east));
    expect(vehicles.filter(isEast).length).toBeGreaterThanOrEqual(2);
  });

  test("only tiles of the area count", async () => {
    const area = ["--objective", "coverage", "--vehicles", "2", "--area"];
    expect((await allocated(...area, "districts")).windows[0].vehicles.every(isEast)).toBe(false);
    expect((await allocated(...area, "east")).windows[0].vehicles.every(isEast)).toBe(true);
  });

  test("a forecast without a window is a day's plan: expected values over the windows, and vehicles that keep their numbers", async () => {
    const { windows, expected } = await allocated("--objective", "distance", "--forecast", "last", "--vehicles", "2", "--tile", "500");
    expect(windows.map(({ window, share }) => [window, share])).toEqual([["08:00–20:00", 0.75], ["20:00–08:00", 0.25]]);
    expect(expected.meanDistance).toBeCloseTo(0.75 * windows[0].meanDistance + 0.25 * windows[1].meanDistance, 9);
    const [day, night] = windows.map(({ vehicles }) => vehicles);
    const moved = day.map(({ x, y }, k) => Math.hypot(night[k].x - x, night[k].y - y));
    expect(windows[1].metresMoved).toBeCloseTo(moved.reduce((a, b) => a + b, 0), 6);
    // Eight columns of 500 m to the east, each vehicle in its own row.
    expect(windows[1].metresMoved).toBeCloseTo(8000, 6);
    const one = await allocated("--objective", "distance", "--forecast", "result-1", "--window", "20-8", "--vehicles", "2", "--tile", "500");
    expect(one.windows.map(({ objective }) => objective)).toEqual([windows[1].objective]);
  });

  test("a slot's predictions stand on their own tiles", async () => {
    const { windows } = await allocated("--objective", "distance", "--slots", "result-2", "--slot", "2", "--vehicles", "1", "--tile", "500");
    expect(windows).toHaveLength(1);
    expect(windows[0].window).toBe("1 February 2024, morning 06:00–10:00");
    // All demand is in one tile.
    expect(windows[0].meanDistance).toBe(0);
  });

  test("along a road the way to it counts", async () => {
    const one = ["--objective", "distance", "--vehicles", "1", "--tile", "500"];
    const straight = await allocated(...one), along = await allocated(...one, "--roads", "roads");
    expect(along.settings["distances"]).toBe("along roads");
    expect(along.expected.meanDistance).toBeGreaterThan(straight.expected.meanDistance);
  });

  test("-o FILE.geojson holds the vehicles as points with their properties and the parameters", async () => {
    await allocate("--objective", "coverage", "--vehicles", "2", "-o", join(folder, "cars.geojson"));
    const written = JSON.parse(readFileSync(join(folder, "cars.geojson"), "utf8")) as FeatureCollection<Point> & { parameters: object };
    expect(written.parameters).toMatchObject({ objective: "coverage", vehicles: 2, radius: 500 });
    expect(written.features).toHaveLength(2);
    for (const { geometry, properties } of written.features) {
      expect(geometry.coordinates[1]).toBeCloseTo(50, 1);
      expect(properties).toMatchObject({ kind: "car", window: "all" });
    }
  });

  test("the trade-off of a fleet, proved to be all of it where the problem is small", async () => {
    const found = (await allocate("--objective", "frontier", "--vehicles", "2", "--tile", "800", "--radius", "900")) as { exact: boolean; frontier: { proven: boolean; vehicles: object[] }[]; envelope: object[] };
    expect(found.exact).toBe(true);
    expect(found.envelope.length).toBeGreaterThan(0);
    for (const { proven, vehicles } of found.frontier) {
      expect(proven).toBe(true);
      expect(vehicles).toHaveLength(2);
    }
  });

  test("every fleet, and how many vehicles a wish needs", async () => {
    const asked = ["--objective", "fleet", "--vehicles", "5", "--tile", "500", "--cover", "0.5", "--within", "700", "--gap", "0"];
    const found = (await allocate(...asked)) as { wishes: { coverage: { atLeast: number; enough: number } }; coverage: FleetSize[]; meanDistance: FleetSize[] };
    expect(found.coverage.map(({ vehicles }) => vehicles)).toEqual([1, 2, 3, 4, 5]);
    const { enough, atLeast } = found.wishes.coverage;
    expect(found.coverage[enough - 1].value).toBeGreaterThanOrEqual(0.5);
    expect(found.coverage[atLeast - 2]?.bound ?? 0).toBeLessThan(0.5);
    for (const { gain } of found.meanDistance.slice(1)) expect(gain!.low).toBeLessThanOrEqual(gain!.value + 1e-9);
  });

  test.each([
    [[], /Say what is best/],
    [["--objective", "profit"], /not one of: coverage/],
    [["--objective", "coverage", "--forecast", "result-9"], /no result result-9 .* it has: result-1/],
    [["--objective", "coverage", "--forecast", "last", "--window", "1-2"], /no window 1-2; it has 8-20, 20-8/],
    [["--objective", "coverage", "--window", "8-20"], /add --forecast/],
    [["--objective", "coverage", "--slots", "last", "--slot", "3"], /no slot 3; there are slots 1 to 2/],
    [["--objective", "coverage", "--forecast", "last", "--slots", "last"], /give one of them/],
    [["--objective", "coverage", "--offence-weights", "arson=1"], /category "arson"; there are: .*Theft/i],
    [["--objective", "frontier", "--forecast", "last"], /pick it with --window/],
    [["--objective", "fleet", "-o", "x.geojson"], /write it to a \.json file/],
    [["--objective", "coverage", "--kinds", "car"], /--kinds has "car"/],
    [["--objective", "coverage", "--fixed", "here"], /not a place/],
    [["--objective", "coverage", "--fixed", "0,0"], /in no tile that counts/],
    [["--objective", "coverage", "--least", "East=2"], /say of which layer/],
    [["--objective", "coverage", "--least", "North=1", "--jurisdictions", "districts"], /no jurisdiction "North"; there are: West, East/],
    [["--objective", "coverage", "--area", "moon"], /no layer "moon"/],
    [["--objective", "coverage", "--roads", "districts"], /holds no lines/],
  ] as const)("%j is refused with its reason", async (args, message) => {
    const refusal = await allocate(...args).then(() => null, (error: unknown) => error);
    expect(refusal).toBeInstanceOf(InputError);
    expect((refusal as InputError).message).toMatch(message);
  });

  test("a project that is not named, and an option that is unknown, are told in one line", () => {
    expectRefusal(hexbeat(["allocate"]), 1, /Name the project/);
    expectRefusal(hexbeat(["allocate", "-p", P, "--frobnicate"]), 2, /Unknown option/);
  });
});
