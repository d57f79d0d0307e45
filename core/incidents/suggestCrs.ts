// What the coordinates are, judged by their range: only degrees can be told for certain, metres and feet are asked.

import type { ColumnProfile } from "./columnProfile.ts";

export interface CrsSuggestion {
  /** The code, where the range leaves no doubt; otherwise null. */
  readonly crs: string | null;
  /** Codes worth offering first. */
  readonly likely: readonly string[];
  /** The two columns are the other way round. */
  readonly swapped: boolean;
  readonly text: string;
}

/** Degrees, to tell columns that are the other way round where both would be in range (Delhi: 77.2, 28.6). */
export interface LonLatBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export function suggestCrs(x: ColumnProfile, y: ColumnProfile, expected?: LonLatBox | null): CrsSuggestion {
  const range = (p: ColumnProfile): readonly [number, number] | null => (p.low === null || p.high === null ? null : [p.low, p.high]);
  const xs = range(x);
  const ys = range(y);
  if (!xs || !ys) return { crs: null, likely: [], swapped: false, text: "The coordinate columns hold no numbers." };
  const within = ([low, high]: readonly [number, number], from: number, to: number): boolean => low >= from && high <= to;
  const shown = `x ${xs[0]} to ${xs[1]}, y ${ys[0]} to ${ys[1]}`;

  if (within(xs, -180, 180) && within(ys, -90, 90)) {
    const swapped =
      !!expected &&
      !(within(xs, expected.west, expected.east) && within(ys, expected.south, expected.north)) &&
      within(ys, expected.west, expected.east) &&
      within(xs, expected.south, expected.north);
    return { crs: "EPSG:4326", likely: ["EPSG:4326"], swapped, text: `Degrees (${shown})` };
  }
  if (within(xs, -90, 90) && within(ys, -180, 180)) {
    return { crs: "EPSG:4326", likely: ["EPSG:4326"], swapped: true, text: `Degrees, with latitude and longitude the other way round (${shown})` };
  }
  if (within(xs, 0, 700_000) && within(ys, 0, 1_300_000)) {
    return { crs: null, likely: ["EPSG:27700"], swapped: false, text: `No degrees; British National Grid would fit (${shown})` };
  }
  if (within(xs, 100_000, 900_000) && within(ys, 0, 10_000_000)) {
    return { crs: null, likely: ["EPSG:326", "EPSG:327"], swapped: false, text: `No degrees; a UTM zone would fit, EPSG:326nn in the north (${shown})` };
  }
  return { crs: null, likely: [], swapped: false, text: `No degrees; a projected system in metres or feet (${shown})` };
}
