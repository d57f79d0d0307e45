// The side streets: lines traced through the field of directions, kept apart, ending at main roads or at other streets.

import type { Point } from "../../core/geo/types.ts";
import type { Random } from "../../core/stats/random.ts";
import { shuffle } from "../../core/stats/shuffle.ts";
import { along, crossing, gap, lineLength, simplify, type Line } from "./curves.ts";
import { grounds, isBlocked, polygon } from "./ground.ts";
import { containsTest } from "../../core/geo/contains.ts";
import type { Street } from "./mainRoads.ts";

const STEP = 12;
const LONGEST = 950;
const SHORTEST = 75;
/** How far a loose end looks ahead for a street to join, m. */
const REACH = 60;

/** Points and segments by square of 60 m. */
class Buckets<T> {
  readonly #cells = new Map<number, T[]>();
  add(p: Point, item: T): void {
    const key = cellOf(p.x, p.y);
    const cell = this.#cells.get(key);
    if (cell) cell.push(item);
    else this.#cells.set(key, [item]);
  }
  *near(p: Point, reach: number): Generator<T> {
    for (let x = p.x - reach; x < p.x + reach + 60; x += 60) {
      for (let y = p.y - reach; y < p.y + reach + 60; y += 60) yield* this.#cells.get(cellOf(x, y)) ?? [];
    }
  }
}
const cellOf = (x: number, y: number): number => Math.floor(x / 60) * 100_000 + Math.floor(y / 60);

interface Mark { readonly at: Point; readonly direction: number }
interface Piece { readonly a: Point; readonly b: Point; readonly street: number }

const estate = containsTest(polygon(grounds.find((area) => area.kind === "industrial estate")!));

/** The distance that parallel streets keep, m: family 0 makes rows of houses, family 1 the cross streets. */
function apart(p: Point, family: 0 | 1): number {
  const r = Math.hypot(p.x, p.y);
  if (estate(p.x, p.y)) return 210;
  if (r < 620) return 88;
  const outward = 1 + 0.35 * Math.min(1, Math.max(0, (r - 1500) / 1500));
  return (family === 0 ? 82 : 165) * outward;
}

export function sideStreets(random: Random, field: (p: Point) => number, mains: readonly Street[]): Line[] {
  const marks = new Buckets<Mark>();
  const mainPieces = new Buckets<Piece>();
  for (const { line } of mains) {
    for (const { at, direction } of along(line, 15)) marks.add(at, { at, direction });
    for (let i = 1; i < line.length; i++) addPiece(mainPieces, { a: line[i - 1], b: line[i], street: -1 });
  }

  const crowded = (p: Point, direction: number, keep: number): boolean => {
    for (const mark of marks.near(p, keep)) {
      if (Math.abs(Math.cos(mark.direction - direction)) > 0.72 && gap(mark.at, p) < keep) return true;
    }
    return false;
  };

  const trace = (from: Point, family: 0 | 1, sense: 1 | -1): Point[] => {
    const line = [from];
    let p = from;
    let heading = field(from) + family * (Math.PI / 2) + (sense < 0 ? Math.PI : 0);
    for (let length = 0; length < LONGEST / 2; length += STEP) {
      const wanted = field(p) + family * (Math.PI / 2);
      const flip = Math.cos(wanted - heading) < 0 ? Math.PI : 0;
      if (Math.abs(Math.cos(wanted - heading)) < 0.75) return line;
      heading = wanted + flip;
      const next = { x: p.x + STEP * Math.cos(heading), y: p.y + STEP * Math.sin(heading) };
      for (const { a, b } of mainPieces.near(p, STEP)) {
        const t = crossing(p, next, a, b);
        if (t === null || length < STEP) continue;
        line.push({ x: p.x + t * (next.x - p.x), y: p.y + t * (next.y - p.y) });
        return line;
      }
      if (isBlocked(next) || crowded(next, heading, 0.62 * apart(next, family))) return line;
      line.push(next);
      p = next;
    }
    return line;
  };

  const seeds: Point[] = [];
  for (let x = -4200; x <= 4200; x += 42) {
    for (let y = -4200; y <= 4200; y += 42) seeds.push({ x: x + 30 * random.uniform(), y: y + 30 * random.uniform() });
  }
  const lines: Point[][] = [];
  for (const seed of shuffle(random, seeds)) {
    if (isBlocked(seed)) continue;
    for (const family of [0, 1] as const) {
      if (crowded(seed, field(seed) + family * (Math.PI / 2), apart(seed, family))) continue;
      const line = [...trace(seed, family, -1).reverse(), ...trace(seed, family, 1).slice(1)];
      if (lineLength(line) < SHORTEST) continue;
      for (const { at, direction } of along(line, STEP)) marks.add(at, { at, direction });
      lines.push(line);
    }
  }
  return joinEnds(lines, mains);
}

function addPiece(pieces: Buckets<Piece>, piece: Piece): void {
  const steps = Math.ceil(gap(piece.a, piece.b) / 30);
  for (let k = 0; k <= steps; k++) {
    pieces.add({ x: piece.a.x + (k / steps) * (piece.b.x - piece.a.x), y: piece.a.y + (k / steps) * (piece.b.y - piece.a.y) }, piece);
  }
}

/** Loose ends reach for a street ahead or are cut back to the last crossing if that is near; streets that meet none are dropped. */
function joinEnds(lines: readonly Point[][], mains: readonly Street[]): Line[] {
  const pieces = new Buckets<Piece>();
  for (const { line } of mains) for (let i = 1; i < line.length; i++) addPiece(pieces, { a: line[i - 1], b: line[i], street: -1 });
  lines.forEach((line, street) => {
    for (let i = 1; i < line.length; i++) addPiece(pieces, { a: line[i - 1], b: line[i], street });
  });
  const meets = (a: Point, b: Point, street: number): number | null => {
    let first: number | null = null;
    for (const piece of pieces.near(a, gap(a, b) + 30)) {
      if (piece.street === street) continue;
      const t = crossing(a, b, piece.a, piece.b);
      if (t !== null && (first === null || t < first)) first = t;
    }
    return first;
  };
  const finishEnd = (line: Point[], street: number): Point[] | null => {
    const end = line[line.length - 1], before = line[line.length - 2];
    if (meets(before, end, street) !== null) return line;
    const length = gap(before, end);
    const ahead = { x: end.x + (REACH * (end.x - before.x)) / length, y: end.y + (REACH * (end.y - before.y)) / length };
    const t = meets(end, ahead, street);
    if (t !== null) {
      const join = { x: end.x + t * (ahead.x - end.x), y: end.y + t * (ahead.y - end.y) };
      const halfway = { x: (end.x + join.x) / 2, y: (end.y + join.y) / 2 };
      return isBlocked(halfway) ? line : [...line, join];
    }
    for (let i = line.length - 1; i > 0; i--) {
      const cut = meets(line[i], line[i - 1], street);
      if (cut === null) continue;
      const join = { x: line[i].x + cut * (line[i - 1].x - line[i].x), y: line[i].y + cut * (line[i - 1].y - line[i].y) };
      return lineLength(line.slice(i)) > 55 ? line : [...line.slice(0, i), join];
    }
    return null;
  };
  return lines.flatMap((line, street) => {
    const one = finishEnd(line, street);
    const both = one && one.length > 1 ? finishEnd([...one].reverse(), street) : null;
    return both && both.length > 1 && lineLength(both) >= 50 ? [simplify(both, 1.5)] : [];
  });
}
