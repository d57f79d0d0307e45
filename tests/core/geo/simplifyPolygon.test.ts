import { describe, expect, it } from "vitest";
import { circle } from "../../../core/geo/circle.ts";
import { pointDistance } from "../../../core/geo/distance.ts";
import { fillHoles } from "../../../core/geo/fillHoles.ts";
import { isValidPolygon } from "../../../core/geo/polygonFaults.ts";
import { simplifyPolygon } from "../../../core/geo/simplifyPolygon.ts";
import type { Polygon } from "../../../core/geo/types.ts";

describe("simplifyPolygon", () => {
  it("takes corners away and moves the outline by the tolerance at most", () => {
    const wavy: Polygon = {
      kind: "polygon",
      rings: [Array.from({ length: 400 }, (_, k) => {
        const angle = (k * Math.PI) / 200, radius = 300 + Math.cos(40 * angle);
        return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
      })],
    };
    const simple = simplifyPolygon(wavy, 5);
    expect(simple.rings[0].length).toBeLessThan(40);
    expect(isValidPolygon(simple)).toBe(true);
    const edge = (polygon: Polygon): Polygon => ({ kind: "polygon", rings: [circle({ x: 0, y: 0 }, 1000).rings[0], polygon.rings[0].toReversed()] });
    // From inside and from outside the new outline no corner of the old one is further than the tolerance.
    for (const corner of wavy.rings[0]) expect(Math.max(pointDistance(simple, corner), pointDistance(edge(simple), corner))).toBeLessThanOrEqual(5 + 1e-9);
  });

  it("leaves a polygon that any tolerance would make cross itself", () => {
    const triangle: Polygon = { kind: "polygon", rings: [[{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 0, y: 1 }]] };
    expect(isValidPolygon(simplifyPolygon(triangle, 100))).toBe(true);
  });
});

describe("fillHoles", () => {
  const ring = (radius: number) => circle({ x: 0, y: 0 }, radius).rings[0];
  const holed: Polygon = { kind: "polygon", rings: [ring(100), ring(10).toReversed()] };

  it("closes holes below the area, and gives a polygon without such back as it is", () => {
    expect(fillHoles(holed, 400).rings).toHaveLength(1);
    expect(fillHoles(holed, 300)).toBe(holed);
  });
});
