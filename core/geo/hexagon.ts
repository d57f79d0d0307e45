// The exact regular hexagon: everything that follows from centre, side and rotation.

import type { Bounds, Hexagon, Point, Ring } from "./types.ts";

const SIXTH_TURN = Math.PI / 3;
/** Height of the equilateral triangle of side 1. */
const HEIGHT = Math.sqrt(3) / 2;

/** The angle in [0, π/3) at which a regular hexagon looks the same, radians. */
export function normaliseRotation(rotation: number): number {
  const rest = rotation - SIXTH_TURN * Math.floor(rotation / SIXTH_TURN);
  return rest < SIXTH_TURN ? Math.max(rest, 0) : 0;
}

/** By how much a hexagon is turned to come from one rotation to another, radians anticlockwise in (-π/6, π/6]: after 60° it looks the same. */
export function turnBetween(from: number, to: number): number {
  const turn = normaliseRotation(to - from);
  return turn > SIXTH_TURN / 2 ? turn - SIXTH_TURN : turn;
}

/** @returns the six corners, anticlockwise, the first at angle `rotation` from due east; m. */
export function hexagonRing({ centre, side, rotation }: Hexagon): Ring {
  const a = side * Math.cos(rotation), b = side * Math.sin(rotation);
  // (a, b) turned by 60° and by 120°; the other three corners lie opposite, so the centre is exact.
  const c = a / 2 - HEIGHT * b, d = HEIGHT * a + b / 2;
  const e = c - a, f = d - b;
  const { x, y } = centre;
  return [
    { x: x + a, y: y + b },
    { x: x + c, y: y + d },
    { x: x + e, y: y + f },
    { x: x - a, y: y - b },
    { x: x - c, y: y - d },
    { x: x - e, y: y - f },
  ];
}

/** 3√3/2 side², m². */
export const hexagonArea = (side: number): number => 3 * HEIGHT * side * side;

/** √3 side: from one flat side to the opposite one, m. */
export const acrossFlats = (side: number): number => 2 * HEIGHT * side;

/** The side of the hexagon of this area: √(2A / 3√3), m. */
export const sideOfArea = (area: number): number => Math.sqrt(area / (3 * HEIGHT));

/** True inside and on the boundary; exact, without making the corners. */
export function hexagonContains({ centre, side, rotation }: Hexagon, x: number, y: number): boolean {
  return hexagonTest(centre, side, rotation)(x, y);
}

/** The same test prepared once for many points. */
export function hexagonTest(centre: Point, side: number, rotation: number): (x: number, y: number) => boolean {
  const cos = Math.cos(rotation), sin = Math.sin(rotation);
  const flat = HEIGHT * side, slant = 2 * flat, root = 2 * HEIGHT;
  const { x: cx, y: cy } = centre;
  return (x, y) => {
    const dx = x - cx, dy = y - cy;
    const u = Math.abs(dx * cos + dy * sin);
    const v = Math.abs(dy * cos - dx * sin);
    return v <= flat && root * u + v <= slant;
  };
}

/** The exact distance from a point to the hexagon, 0 inside, m. */
export function hexagonDistance({ centre, side, rotation }: Hexagon, x: number, y: number): number {
  const cos = Math.cos(rotation), sin = Math.sin(rotation);
  const dx = x - centre.x, dy = y - centre.y;
  let u = Math.abs(dx * cos + dy * sin);
  let v = Math.abs(dy * cos - dx * sin);
  // A regular hexagon is the same in all six wedges of 60°: fold the point into the one between two corners.
  if (v > 2 * HEIGHT * u) [u, v] = [HEIGHT * v - u / 2, HEIGHT * u + v / 2];
  const out = HEIGHT * u + v / 2 - HEIGHT * side;
  if (out <= 0) return 0;
  const along = Math.abs(HEIGHT * v - u / 2) - side / 2;
  return along <= 0 ? out : Math.hypot(out, along);
}

export function hexagonBounds({ centre, side, rotation }: Hexagon): Bounds {
  const turn = normaliseRotation(rotation);
  // The widest corner east is at `turn` or at `turn` - 60°; the highest north at `turn` + 60° or + 120° (or `turn`).
  const halfWidth = side * Math.max(Math.cos(turn), Math.cos(turn - SIXTH_TURN));
  const halfHeight = side * Math.max(Math.sin(turn + SIXTH_TURN), Math.sin(turn + 2 * SIXTH_TURN), Math.sin(turn));
  return {
    minX: centre.x - halfWidth,
    minY: centre.y - halfHeight,
    maxX: centre.x + halfWidth,
    maxY: centre.y + halfHeight,
  };
}

/** Moved by dx, dy, m. */
export const moveHexagon = (hexagon: Hexagon, dx: number, dy: number): Hexagon => ({
  ...hexagon,
  centre: { x: hexagon.centre.x + dx, y: hexagon.centre.y + dy },
});

/** Turned anticlockwise by `angle`, radians, about its own centre or about another point. */
export function rotateHexagon(hexagon: Hexagon, angle: number, about: Point = hexagon.centre): Hexagon {
  const rotation = normaliseRotation(hexagon.rotation + angle);
  if (about === hexagon.centre) return { ...hexagon, rotation };
  const dx = hexagon.centre.x - about.x, dy = hexagon.centre.y - about.y;
  const cos = Math.cos(angle), sin = Math.sin(angle);
  return { ...hexagon, rotation, centre: { x: about.x + dx * cos - dy * sin, y: about.y + dx * sin + dy * cos } };
}

/** Bearing of the first corner clockwise from the plane's north, degrees in [0, 60) → rotation in radians. */
export const rotationOfBearing = (bearingDegrees: number): number =>
  normaliseRotation(((90 - bearingDegrees) * Math.PI) / 180);

/** Rotation in radians → bearing of a corner clockwise from the plane's north, degrees in [0, 60). */
export function bearingOfRotation(rotation: number): number {
  const bearing = (90 - (rotation * 180) / Math.PI) % 60;
  return bearing < 0 ? bearing + 60 : bearing;
}
