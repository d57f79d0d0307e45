// The parameters of a stored result as names and values that people read.

import type { JsonValue } from "../json.ts";

export type Fact = readonly [name: string, value: string];

type Plain = string | number | boolean | null;
type Nested = { readonly [key: string]: JsonValue };

/** Each plain value is a fact; what is nested is one fact under its own name, with all its plain values in one text. */
export const parametersInWords = (parameters: JsonValue): readonly Fact[] => (isNested(parameters) ? factsOf(parameters, null) : []);

function factsOf(values: Nested, name: string | null): readonly Fact[] {
  const entries = Object.entries(values);
  const own = entries.flatMap(([key, value]): Fact[] => (isNested(value) ? [] : [[worded(key), valueInWords(key, value)]]));
  const inner = entries.flatMap(([key, value]) => (isNested(value) ? factsOf(value, key) : []));
  if (name === null) return [...own, ...inner];
  if (own.length === 0 && inner.length > 0) return inner;
  return [[worded(name), own.map(([key, value]) => `${key} ${value}`).join(", ") || "no parameter"], ...inner];
}

/** "lockedInside" → "locked inside"; a name that is no identifier stays as it is. */
const worded = (key: string): string => (/^[a-z]+([A-Z][a-z]*)+$/.test(key) ? key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) : key);

/** What the jobs of hotspot design mean by these names. */
const UNITS: Readonly<Record<string, string>> = {
  side: " m", buffer: " m", bandwidth: " m", radius: " m", distance: " m", margin: " m", width: " m", seconds: " s", rotation: " radians",
};

function valueInWords(key: string, value: Plain | readonly JsonValue[]): string {
  if (isList(value)) return value.every((one) => !isNested(one) && !isList(one)) ? value.map((one) => plainInWords(one as Plain)).join(", ") : `${value.length} entries`;
  return plainInWords(value) + (typeof value === "number" ? (UNITS[key] ?? "") : "");
}

function plainInWords(value: Plain): string {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? String(Number.parseFloat(value.toPrecision(6))) : value;
}

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
const isNested = (value: JsonValue): value is Nested => typeof value === "object" && value !== null && !isList(value);
