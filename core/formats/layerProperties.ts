// The properties of a layer by which its features can be told apart, with their values.

import type { FeatureCollection } from "geojson";

export interface LayerProperty {
  readonly name: string;
  /** In the order of the alphabet. */
  readonly values: readonly { readonly value: string; readonly features: number }[];
}

/** More values than this are names, not kinds: nobody chooses from a list of them. */
const MOST_VALUES = 60;

/** Those with two values or more, and not so many that each names one feature; null, "" and nested values are none. */
export function layerProperties({ features }: FeatureCollection): LayerProperty[] {
  const found = new Map<string, Map<string, number>>();
  for (const { properties } of features) {
    for (const [name, given] of Object.entries(properties ?? {})) {
      const value = propertyText(given);
      if (value === null) continue;
      const values = found.get(name) ?? new Map<string, number>();
      if (values.size <= MOST_VALUES) values.set(value, (values.get(value) ?? 0) + 1);
      found.set(name, values);
    }
  }
  return [...found]
    .filter(([, values]) => values.size >= 2 && values.size <= MOST_VALUES)
    .map(([name, values]) => ({
      name,
      values: [...values].map(([value, count]) => ({ value, features: count })).sort((a, b) => a.value.localeCompare(b.value, "en")),
    }));
}

/** As it is listed and chosen; null where there is none. */
const propertyText = (given: unknown): string | null =>
  (typeof given === "string" && given !== "") || typeof given === "number" || typeof given === "boolean" ? String(given) : null;
