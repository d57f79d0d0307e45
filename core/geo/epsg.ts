// The coordinate reference systems that Hexbeat reads, each as a name and a PROJ string, by EPSG code.

import { STATE_PLANE_DATUMS, STATE_PLANE_ROWS } from "./epsgStatePlane.ts";

export interface EpsgDefinition {
  readonly code: number;
  readonly name: string;
  /** PROJ string, without datum: all are on WGS 84 or on a datum that agrees with it to about 2 m. */
  readonly proj: string;
}

/** UTM zones: name, first zone, last zone, code of "zone 0", hemisphere, ellipsoid. */
const UTM = [
  ["WGS 84", 1, 60, 32600, "N", "WGS84"],
  ["WGS 84", 1, 60, 32700, "S", "WGS84"],
  ["NAD83", 1, 23, 26900, "N", "GRS80"],
  ["NAD83(2011)", 1, 19, 6329, "N", "GRS80"],
  ["ETRS89", 28, 38, 25800, "N", "GRS80"],
  ["SIRGAS 2000", 11, 22, 31954, "N", "GRS80"],
  ["SIRGAS 2000", 17, 25, 31960, "S", "GRS80"],
  ["GDA94", 48, 58, 28300, "S", "GRS80"],
  ["GDA2020", 46, 59, 7800, "S", "GRS80"],
] as const;

const GRS80_TM = (lat: number, lon: number, k: number, x: number, y: number): string =>
  `+proj=tmerc +lat_0=${lat} +lon_0=${lon} +k=${k} +x_0=${x} +y_0=${y} +ellps=GRS80 +units=m`;

const NATIONAL: readonly (readonly [code: number, name: string, proj: string])[] = [
  [4326, "WGS 84 (longitude, latitude)", "+proj=longlat +ellps=WGS84"],
  [4269, "NAD83 (longitude, latitude)", "+proj=longlat +ellps=GRS80"],
  [4258, "ETRS89 (longitude, latitude)", "+proj=longlat +ellps=GRS80"],
  [6318, "NAD83(2011) (longitude, latitude)", "+proj=longlat +ellps=GRS80"],
  [4283, "GDA94 (longitude, latitude)", "+proj=longlat +ellps=GRS80"],
  [7844, "GDA2020 (longitude, latitude)", "+proj=longlat +ellps=GRS80"],
  [3857, "WGS 84 / Pseudo-Mercator (web maps)", "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m"],
  [2157, "IRENET95 / Irish Transverse Mercator", GRS80_TM(53.5, -8, 0.99982, 600000, 750000)],
  [
    29902,
    "TM65 / Irish Grid",
    "+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 +a=6377340.189 +rf=299.3249646 " +
      "+towgs84=482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15 +units=m",
  ],
  [2154, "RGF93 / Lambert-93", "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m"],
  [3035, "ETRS89-extended / LAEA Europe", "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m"],
  [3006, "SWEREF99 TM", GRS80_TM(0, 15, 0.9996, 500000, 0)],
  [2180, "ETRF2000-PL / CS92", GRS80_TM(0, 19, 0.9993, 500000, -5300000)],
  [2193, "NZGD2000 / New Zealand Transverse Mercator 2000", GRS80_TM(0, 173, 0.9996, 1600000, 10000000)],
  [3116, "MAGNA-SIRGAS / Colombia Bogota zone", GRS80_TM(4.59620041666667, -74.0775079166667, 1, 1000000, 1000000)],
];

export const EPSG: ReadonlyMap<number, EpsgDefinition> = new Map(
  [...NATIONAL, ...utmZones(), ...statePlaneZones()].map(([code, name, proj]) => [code, { code, name, proj }]),
);

type Row = readonly [code: number, name: string, proj: string];

function utmZones(): Row[] {
  return UTM.flatMap(([datum, first, last, base, hemisphere, ellipsoid]) =>
    Array.from({ length: last - first + 1 }, (_, i): Row => {
      const zone = first + i;
      const south = hemisphere === "S" ? " +south" : "";
      const name = datum.startsWith("GDA") ? `${datum} / MGA zone ${zone}` : `${datum} / UTM zone ${zone}${hemisphere}`;
      return [base + zone, name, `+proj=utm +zone=${zone}${south} +ellps=${ellipsoid} +units=m`];
    }),
  );
}

function statePlaneZones(): Row[] {
  return STATE_PLANE_ROWS.flatMap((row) => {
    const [zone, parameters, codes] = row.split("|");
    const proj = `+proj=${parameters.replaceAll(" ", " +")} +ellps=GRS80`;
    return codes.split(",").flatMap((code, datum): Row[] =>
      code === "" ? [] : [[Number.parseInt(code, 10), `${STATE_PLANE_DATUMS[datum]} / ${zone}`, proj]],
    );
  });
}
