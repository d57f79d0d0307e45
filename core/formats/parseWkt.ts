// Well-known text: how CSV files hold a shape.

import type { Geometry, Position } from "geojson";
import { InputError } from "../errors.ts";

const NAMES = {
  POINT: "Point",
  LINESTRING: "LineString",
  POLYGON: "Polygon",
  MULTIPOINT: "MultiPoint",
  MULTILINESTRING: "MultiLineString",
  MULTIPOLYGON: "MultiPolygon",
} as const;

export const WKT_START = /^\s*(?:SRID=\d+;)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\s*(?:Z|M|ZM)?\s*[(E]/i;

type Nested = Position | readonly Nested[];

/**
 * OGC 06-103r4, chapter 7, without collections; PostGIS's "SRID=4326;" is passed over. Heights stay as third numbers.
 * @returns null for an empty geometry.
 * @throws InputError for anything else.
 */
export function parseWkt(text: string): Geometry | null {
  const head = /^\s*(?:SRID=\d+;)?\s*([A-Z]+)\s*(?:ZM|Z|M)?\s*(EMPTY\s*$|\()/i.exec(text);
  const type = head && NAMES[head[1].toUpperCase() as keyof typeof NAMES];
  if (!type) throw unreadable(text);
  if (head[2] !== "(") return null;
  const reader = { text, at: text.indexOf("(") };
  const nested = group(reader, 0);
  if (text.slice(reader.at).trim() !== "") throw unreadable(text);
  // "MULTIPOINT (1 2, 3 4)" and "MULTIPOINT ((1 2), (3 4))" are both in use.
  const coordinates = type === "Point" ? nested[0] : type === "MultiPoint" ? nested.map((part) => (isPosition(part) ? part : part[0])) : nested;
  return { type, coordinates } as Geometry;
}

interface Reader {
  readonly text: string;
  at: number;
}

function group(reader: Reader, depth: number): Nested[] {
  if (depth > 3) throw unreadable(reader.text);
  const { text } = reader;
  const members: Nested[] = [];
  reader.at++; // The opening bracket.
  for (;;) {
    while (text[reader.at] === " ") reader.at++;
    if (text[reader.at] === "(") members.push(group(reader, depth + 1));
    else members.push(position(reader));
    while (text[reader.at] === " ") reader.at++;
    const mark = text[reader.at++];
    if (mark === ")") return members;
    if (mark !== ",") throw unreadable(text);
  }
}

function position(reader: Reader): Position {
  const found = /^\s*([^(),]+)/.exec(reader.text.slice(reader.at, reader.at + 200));
  const numbers = found?.[1].trim().split(/\s+/) ?? [];
  if (!found || numbers.length < 2 || !numbers.every((number) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(number))) throw unreadable(reader.text);
  reader.at += found[0].length;
  return numbers.map((number) => Number.parseFloat(number));
}

const isPosition = (nested: Nested): nested is Position => typeof nested[0] === "number";

const unreadable = (text: string): InputError =>
  new InputError(`"${text.length > 40 ? `${text.slice(0, 40)}…` : text}" is no well-known text. It should read like POLYGON ((-1.1 52.9, -1.0 52.9, -1.0 53.0, -1.1 52.9)).`);
