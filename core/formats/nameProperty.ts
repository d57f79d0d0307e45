// Which property names the features of a layer, whatever its publisher called the column.

import type { FeatureCollection } from "geojson";

/** Shapefiles cut names of columns to ten characters: FACILITY_N. */
const NAMELIKE = /name|label|title|_n(a|am)?$/i;

/** Of the properties that sound like a name, the one with the most different texts; null where none has any. */
export function nameProperty({ features }: FeatureCollection): string | null {
  const texts = new Map<string, Set<string>>();
  for (const { properties } of features) {
    for (const [key, value] of Object.entries(properties ?? {})) {
      if (!NAMELIKE.test(key) || typeof value !== "string" || value === "") continue;
      const known = texts.get(key);
      if (known) known.add(value);
      else texts.set(key, new Set([value]));
    }
  }
  return [...texts].reduce<readonly [string | null, number]>((best, [key, { size }]) => (size > best[1] ? [key, size] : best), [null, 0])[0];
}
