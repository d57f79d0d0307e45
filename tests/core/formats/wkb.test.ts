// Well-known binary.

import fc from "fast-check";
import type { Geometry, Position } from "geojson";
import { describe, expect, test } from "vitest";
import { InputError } from "../../../core/errors.ts";
import { decodeWkb, encodeWkb } from "../../../core/formats/wkb.ts";

const position = fc.tuple(fc.double({ noNaN: true }), fc.double({ noNaN: true })) as fc.Arbitrary<Position>;
const line = fc.array(position, { maxLength: 6 });
const polygon = fc.array(line, { maxLength: 3 });
const simple: fc.Arbitrary<Geometry> = fc.oneof(
  position.map((coordinates): Geometry => ({ type: "Point", coordinates })),
  line.map((coordinates): Geometry => ({ type: "LineString", coordinates })),
  polygon.map((coordinates): Geometry => ({ type: "Polygon", coordinates })),
  line.map((coordinates): Geometry => ({ type: "MultiPoint", coordinates })),
  polygon.map((coordinates): Geometry => ({ type: "MultiLineString", coordinates })),
  fc.array(polygon, { maxLength: 3 }).map((coordinates): Geometry => ({ type: "MultiPolygon", coordinates })),
);
const geometry = fc.oneof(simple, fc.array(simple, { maxLength: 3 }).map((geometries): Geometry => ({ type: "GeometryCollection", geometries })));

const hex = (text: string) => Uint8Array.from(text.match(/../g)!.map((pair) => Number.parseInt(pair, 16)));

describe("wkb", () => {
  test("every geometry comes back as it was", () => {
    fc.assert(
      fc.property(geometry, (before) => {
        expect(decodeWkb(encodeWkb(before))).toEqual(before);
      }),
    );
  });

  // GDAL 3.6.2: ogr.CreateGeometryFromWkt("POINT (1 2)").ExportToIsoWkb(ogr.wkbNDR / wkbXDR)
  test("bytes are those that GDAL writes, and both byte orders are read", () => {
    expect(encodeWkb({ type: "Point", coordinates: [1, 2] })).toEqual(hex("0101000000000000000000f03f0000000000000040"));
    expect(decodeWkb(hex("00000000013ff00000000000004000000000000000"))).toEqual({ type: "Point", coordinates: [1, 2] });
  });

  test("ISO and PostGIS marks for heights and reference systems are understood", () => {
    const tail = "000000000000f03f00000000000000400000000000000840";
    expect(decodeWkb(hex(`01e9030000${tail}`))).toEqual({ type: "Point", coordinates: [1, 2, 3] });
    expect(decodeWkb(hex(`0101000080${tail}`))).toEqual({ type: "Point", coordinates: [1, 2, 3] });
    expect(decodeWkb(hex(`01010000a0e6100000${tail}`))).toEqual({ type: "Point", coordinates: [1, 2, 3] });
  });

  test("an empty point is no geometry", () => {
    expect(decodeWkb(hex("0101000000000000000000f87f000000000000f87f"))).toBeNull();
  });

  test("any cut and any damage is an InputError or a geometry, never anything else", () => {
    fc.assert(
      fc.property(geometry, fc.nat(), fc.nat(255), fc.double({ min: 0, max: 1, noNaN: true }), (before, where, value, share) => {
        const bytes = encodeWkb(before);
        bytes[where % bytes.length] = value;
        try {
          decodeWkb(bytes.subarray(0, Math.floor(bytes.length * share)));
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("a count that lies and a curve are refused", () => {
    expect(() => decodeWkb(hex("0102000000ffffffff"))).toThrow(/cut off/);
    expect(() => decodeWkb(hex("010a00000000000000"))).toThrow(/curve/);
  });
});
