// Coordinate reference systems against values made by PROJ.

import { describe, expect, test } from "vitest";
import { CRS_LIST, crsByCode, crsFromWkt } from "../../../core/geo/crs.ts";
import { planeProjection } from "../../../core/geo/plane.ts";
import { InputError } from "../../../core/errors.ts";

// Made by GDAL 3.6.2 / PROJ 9.1.1 (EPSG v10.076) through osgeo.osr: from each system's own geographic system (WGS 84 for
// the last two) to the projected one, at a place inside its area of use. [code, lon, lat, x, y] in the system's units.
const REFERENCE: readonly (readonly [code: number, lon: number, lat: number, x: number, y: number])[] = [
  [2227, -121.463, 37.423, 6282025.11833, 1977928.24194],
  [2225, -123.112, 40.437, 6252153.94933, 2044441.66185],
  [2229, -119.23, 33.8275, 6188093.17579, 1761891.09899],
  [26943, -121.463, 37.423, 1914765.08550, 602873.73379],
  [2263, -73.522, 40.7605, 1116669.29970, 216708.67108],
  [32118, -73.522, 40.7605, 340361.48327, 66052.93505],
  [3435, -88.602, 38.964, 907856.28086, 836664.75543],
  [26971, -88.602, 38.964, 276715.14784, 255015.92749],
  [2277, -102.712, 30.6515, 1548702.12279, 10208677.82161],
  [2278, -101.628, 28.7915, 1126846.79712, 13481187.77632],
  [32139, -102.712, 30.6515, 472045.35122, 3111611.22325],
  [2249, -72.408, 41.9605, 409213.20566, 2811945.40480],
  [26986, -72.408, 41.9605, 124728.43444, 857082.67355],
  [2248, -78.134, 38.586, 988193.61150, 336820.97978],
  [2285, -122.459, 47.7695, 1240674.98996, 284911.96665],
  [32148, -122.459, 47.7695, 378158.49315, 86841.34112],
  [2231, -106.954, 40.0675, 2593078.09274, 1270771.62328],
  [2236, -81.622, 26.657, 453018.00636, 844986.48856],
  [26959, -82.677, 27.4355, 133068.26408, 343839.84279],
  [2223, -112.477, 33.318, 528833.95434, 843689.84393],
  [2222, -110.909, 33.318, 473236.99093, 844037.01952],
  [2899, -89.406, 31.76, 806260.70646, 822442.61059],
  [2256, -112.461, 45.981, 1216239.61321, 645346.51648],
  [2251, -88.326, 46.214, 25911072.86564, 524493.51682],
  [2271, -78.781, 41.2755, 1685115.80218, 405688.25186],
  [32104, -101.432, 41.047, 379646.81039, 135745.59200],
  [3358, -81.645, 34.796, 367598.15456, 119257.79478],
  [6420, -121.463, 37.423, 6282025.11833, 1977928.24194],
  [6539, -73.522, 40.7605, 1116669.29970, 216708.67108],
  [26931, -137.697, 56.619, 571360.66923, 539980.93594],
  [26910, -124.197, 48.481, 411543.12667, 5370455.50588],
  [32633, 13.8, 29.4, 383568.46497, 3252902.11057],
  [32756, 151.8, -52.0, 417620.79776, 4238281.94796],
  [32701, -178.2, -52.0, 417620.79776, 4238281.94796],
  [25832, 7.803, 54.7095, 422879.30982, 6063123.23584],
  [28355, 145.803, -36.309, 392537.30961, 5981113.29174],
  [7850, 115.803, -29.2655, 383707.01126, 6762004.77121],
  [31983, -46.2, -19.9795, 374450.40119, 7790337.94416],
  [2157, -8.994, 52.804, 532976.74933, 673019.84114],
  [2154, -3.788, 44.7935, 163799.17410, 6433544.80420],
  [3035, -11.457, 45.6455, 2672352.92381, 2743807.60791],
  [2193, 170.048, -42.6995, 1358209.37403, 5268328.31194],
  [3857, -72.0, -25.518, -8015003.33712, -2939504.61655],
  [3116, -74.687, 2.5055, 932214.79692, 768828.91648],
  [29902, -9.171, 52.804, 121074.85372, 173158.94199],
  [27700, -5.697, 53.691, 156013.11136, 427967.27710],
];

const METRES = { metres: 1, feet: 0.3048, "US survey feet": 0.3048006, degrees: 111_320 };

describe("crsByCode", () => {
  test.each(REFERENCE)("EPSG:%i agrees with PROJ to 0.1 mm, and 1 mm back", (code, lon, lat, x, y) => {
    const crs = crsByCode(`EPSG:${code}`);
    const point = crs.fromLonLat([lon, lat]);
    expect(Math.hypot(point.x - x, point.y - y) * METRES[crs.units]).toBeLessThan(1e-4);
    const back = crs.toLonLat(x, y);
    expect(Math.hypot((back[0] - lon) * Math.cos((lat * Math.PI) / 180), back[1] - lat) * 111_320).toBeLessThan(1e-3);
  });

  test("every listed system has a unique code and comes back from its own coordinates to a millimetre", () => {
    expect(new Set(CRS_LIST.map(({ code }) => code)).size).toBe(CRS_LIST.length);
    for (const { code, name } of CRS_LIST) {
      const crs = crsByCode(code);
      expect(crs.code).toBe(code);
      expect(crs.name).toBe(name);
      const zone = /UTM zone (\d+)/.exec(name);
      const start: [number, number] = zone ? [Number.parseInt(zone[1], 10) * 6 - 182, 40] : [-95.5, 38.25];
      if (!zone && !/NAD83/.test(name)) continue;
      const { x, y } = crs.fromLonLat(start);
      const [lon, lat] = crs.toLonLat(x, y);
      expect(Math.hypot(lon - start[0], lat - start[1]) * 111_320, code).toBeLessThan(1e-3);
    }
  });

  test("British National Grid is the very projection of the project's plane", () => {
    const plane = planeProjection({ kind: "british-national-grid" });
    const crs = crsByCode("EPSG:27700");
    expect(crs.toLonLat(457_000, 339_000)).toEqual(plane.inverse({ x: 457_000, y: 339_000 }));
    expect(crs.fromLonLat([-1.15, 52.95])).toEqual(plane.forward([-1.15, 52.95]));
  });

  test("a code may be written bare, as a URN, or as CRS84", () => {
    for (const code of ["2227", "epsg:2227", "urn:ogc:def:crs:EPSG::2227", "urn:ogc:def:crs:EPSG:6.9:2227"]) {
      expect(crsByCode(code).code).toBe("EPSG:2227");
    }
    expect(crsByCode("urn:ogc:def:crs:OGC:1.3:CRS84").code).toBe("EPSG:4326");
  });

  test("an unknown code is refused with a way out", () => {
    expect(() => crsByCode("EPSG:999999")).toThrow(InputError);
    expect(() => crsByCode("EPSG:26710")).toThrow(/EPSG:4326/);
    expect(() => crsByCode("NAD27")).toThrow(InputError);
  });

  test("coordinates outside a system are refused, not answered with NaN", () => {
    expect(() => crsByCode("EPSG:2227").toLonLat(NaN, 0)).toThrow(InputError);
    expect(() => crsByCode("EPSG:2227").fromLonLat([-122, Infinity])).toThrow(InputError);
  });
});

describe("crsFromWkt", () => {
  const SAN_FRANCISCO =
    'PROJCS["NAD_1983_StatePlane_California_III_FIPS_0403_Feet",GEOGCS["GCS_North_American_1983",DATUM["D_North_American_1983",' +
    'SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],' +
    'PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",6561666.666666666],PARAMETER["False_Northing",1640416.666666667],' +
    'PARAMETER["Central_Meridian",-120.5],PARAMETER["Standard_Parallel_1",37.06666666666667],' +
    'PARAMETER["Standard_Parallel_2",38.43333333333333],PARAMETER["Latitude_Of_Origin",36.5],UNIT["Foot_US",0.3048006096012192]]';

  test("Esri's State Plane in feet is EPSG:2227 to 0.2 mm (Esri rounds its false easting otherwise)", () => {
    const crs = crsFromWkt(SAN_FRANCISCO);
    expect(crs.units).toBe("US survey feet");
    const own = crs.fromLonLat([-122.42, 37.77]);
    const known = crsByCode("EPSG:2227").fromLonLat([-122.42, 37.77]);
    expect(Math.hypot(own.x - known.x, own.y - known.y)).toBeLessThan(6e-4);
  });

  test("Esri's British National Grid, which carries no code, is recognised by its parameters", () => {
    const wkt =
      'PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",SPHEROID["Airy_1830",6377563.396,299.3249646]],' +
      'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",400000.0],' +
      'PARAMETER["False_Northing",-100000.0],PARAMETER["Central_Meridian",-2.0],PARAMETER["Scale_Factor",0.9996012717],' +
      'PARAMETER["Latitude_Of_Origin",49.0],UNIT["Meter",1.0]]';
    expect(crsFromWkt(wkt).code).toBe("EPSG:27700");
  });

  test("the code at the end of a definition decides, whatever order of axes it names", () => {
    const wkt =
      'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],' +
      'UNIT["degree",0.0174532925199433],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]';
    const crs = crsFromWkt(wkt);
    expect(crs.code).toBe("EPSG:4326");
    expect(crs.toLonLat(-122, 37)).toEqual([-122, 37]);
    expect(crsFromWkt(wkt.replace(',AUTHORITY["EPSG","4326"]', "")).toLonLat(-122, 37)[0]).toBeCloseTo(-122, 12);
  });

  test("a datum whose shift is not known is refused rather than read as WGS 84", () => {
    const nad27 =
      'GEOGCS["GCS_North_American_1927",DATUM["D_North_American_1927",SPHEROID["Clarke_1866",6378206.4,294.9786982]],' +
      'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
    expect(() => crsFromWkt(nad27)).toThrow(/datum.*EPSG:4326/);
  });

  test("text that is no definition is refused", () => {
    expect(() => crsFromWkt("")).toThrow(InputError);
    expect(() => crsFromWkt("Mac OS X")).toThrow(InputError);
    expect(() => crsFromWkt("PROJCS[[[[")).toThrow(InputError);
    expect(() => crsFromWkt('PROJCS["x"]')).toThrow(InputError);
  });
});
