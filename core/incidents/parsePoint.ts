// A whole point in one cell: well-known text, a pair of numbers, or a British grid reference.

import { parseDecimal } from "./parseDecimal.ts";

const WKT = /^(?:SRID=\d+;)?\s*POINT\s*\(\s*(\S+)\s+([^\s)]+)[^)]*\)$/i;
const PAIR = /^\(?\s*([^\s,;()]+)\s*[,;\s]\s*([^\s,;()]+)\s*\)?$/;
const GRID = /^([HJNOST][A-HJ-Z])\s*(\d{2,10})(?:\s+(\d{2,5}))?$/i;
/** The letters of the grid, I left out. */
const LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ";

/**
 * Well-known text is x y by definition. A pair in degrees is latitude first, as Socrata and people write it; in metres
 * or feet it is easting first.
 *
 * @returns [x, y], or undefined if the text is neither.
 */
export function parsePoint(text: string, degrees: boolean): readonly [number, number] | undefined {
  const trimmed = text.trim();
  const wkt = WKT.exec(trimmed);
  const pair = wkt ?? PAIR.exec(trimmed);
  if (!pair) return undefined;
  const first = parseDecimal(pair[1]), second = parseDecimal(pair[2]);
  if (first === undefined || second === undefined) return undefined;
  return wkt || !degrees ? [first, second] : [second, first];
}

/**
 * "SP 495 063" → the middle of that square, in metres of British National Grid (EPSG:27700).
 * Ordnance Survey, A Guide to Coordinate Systems in Great Britain, sect. 7.
 */
export function parseGridReference(text: string): readonly [number, number] | undefined {
  const match = GRID.exec(text.trim());
  if (!match) return undefined;
  const letters = match[1].toUpperCase();
  const half = match[2].length / 2;
  const [east, north] = match[3] ? [match[2], match[3]] : [match[2].slice(0, half), match[2].slice(half)];
  if (east.length !== north.length || east.length < 2 || east.length > 5) return undefined;
  const [big, small] = [LETTERS.indexOf(letters[0]), LETTERS.indexOf(letters[1])];
  // Squares of 500 km about SV, each of 5 × 5 squares of 100 km lettered from the north-west.
  const column = ((big % 5) - 2) * 5 + (small % 5);
  const row = (3 - Math.floor(big / 5)) * 5 + 4 - Math.floor(small / 5);
  const square = 10 ** (5 - east.length);
  return [
    column * 100_000 + (Number.parseInt(east, 10) + 0.5) * square,
    row * 100_000 + (Number.parseInt(north, 10) + 0.5) * square,
  ];
}
