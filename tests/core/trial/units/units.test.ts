import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FeatureCollection } from "geojson";
import { describe, expect, it } from "vitest";
import { area } from "../../../../core/geo/area.ts";
import { EMPTY_PLAN } from "../../../../core/plan/plan.ts";
import { addHotspot } from "../../../../core/plan/edits/addHotspot.ts";
import { addPatrolArea } from "../../../../core/plan/edits/addPatrolArea.ts";
import { assignPatrolArea } from "../../../../core/plan/edits/describeEntity.ts";
import { setHours } from "../../../../core/plan/edits/setHours.ts";
import { areaOf, partOfDay } from "../../../../core/trial/units/stratify.ts";
import { unitsOfLayer } from "../../../../core/trial/units/unitsOfLayer.ts";
import { unitsOfPlan } from "../../../../core/trial/units/unitsOfPlan.ts";

const square = (x: number) => ({ kind: "polygon", rings: [[{ x, y: 0 }, { x: x + 100, y: 0 }, { x: x + 100, y: 100 }, { x, y: 100 }]] }) as const;

describe("the units of a trial", () => {
  it("are the plan's hotspots with their patrol areas and hours", () => {
    let { plan } = addHotspot(EMPTY_PLAN, { kind: "hexagon", centre: { x: 0, y: 0 }, side: 150, rotation: 0 });
    plan = addPatrolArea(addHotspot(plan, square(900)).plan, square(900), null).plan;
    const [first, second] = plan.hotspots, [patrol] = plan.patrolAreas;
    plan = setHours(assignPatrolArea(plan, patrol.id, second.id).plan, first.id, [20, 21]).plan;
    expect(unitsOfPlan(plan)).toMatchObject([
      { id: first.id, name: "H1", stratum: "", shapes: [first.shape], hours: [20, 21] },
      { id: second.id, name: "H2", shapes: [second.shape, patrol.shape] },
    ]);
    expect(unitsOfPlan(assignPatrolArea(plan, patrol.id, null).plan)[1].shapes).toHaveLength(1);
  });

  it("are the polygons of a layer by id, those of one id together, with what the layer says of them", () => {
    const polygon = (lon: number) => ({ type: "Polygon" as const, coordinates: [[[lon, 54], [lon + 0.001, 54], [lon + 0.001, 54.001], [lon, 54]]] });
    const feature = (properties: Record<string, unknown>, lon: number) => ({ type: "Feature" as const, properties, geometry: polygon(lon) });
    const data: FeatureCollection = {
      type: "FeatureCollection",
      features: [
        feature({ id: "T1", name: "Quay", stratum: "night", team: "North", available_hours: "20-23" }, 1),
        feature({ id: "T1" }, 1.01), feature({ id: 7, group: "pier" }, 1.02), feature({}, 1.03),
        { type: "Feature", properties: { id: "P" }, geometry: { type: "Point", coordinates: [1, 54] } },
      ],
    };
    const units = unitsOfLayer(data, { kind: "local", lon0: 1, lat0: 54 });
    expect(units.map(({ shapes, ...facts }) => ({ ...facts, shapes: shapes.length }))).toEqual([
      { id: "T1", name: "Quay", stratum: "night", team: "North", hours: [20, 21, 22, 23], shapes: 2 },
      { id: "7", name: "7", stratum: "", group: "pier", shapes: 1 },
      { id: "4", name: "4", stratum: "", shapes: 1 },
    ]);
    expect(() => unitsOfLayer({ type: "FeatureCollection", features: [] }, { kind: "local", lon0: 1, lat0: 54 })).toThrow(/no polygon/);
  });

  it("are twenty hexagons of 150 m edge in the sample's layer", () => {
    const data = JSON.parse(readFileSync(join(import.meta.dirname, "../../../../assets/sample/trial-hotspots.geojson"), "utf8")) as FeatureCollection;
    const units = unitsOfLayer(data, { kind: "british-national-grid" });
    expect(units.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, i) => `T${i + 1}`));
    for (const { shapes } of units) expect(area(shapes[0])).toBeCloseTo(58_457, -2.5);
  });

  it("are of the day where all their hours begin from 08:00 to 19:00, and of the night where none does", () => {
    expect(partOfDay([8, 12, 19])).toBe("day");
    expect(partOfDay([20, 23, 7])).toBe("night");
    expect([partOfDay([7, 8]), partOfDay(undefined)]).toEqual(["all hours", "all hours"]);
  });

  it("lie in the area that holds them", () => {
    const areas = [{ name: "West", polygons: [square(0)] }, { name: "East", polygons: [square(100)] }];
    expect(areaOf({ shapes: [square(110)] }, areas)).toBe("East");
    expect(areaOf({ shapes: [square(500)] }, areas)).toBe("");
  });
});
