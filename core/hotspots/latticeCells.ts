// Counts incidents in the cells of a regular lattice of hexagons or squares: dense arrays, no object a cell.

import { around, columnBounds } from "../geo/bounds.ts";
import { InputError } from "../errors.ts";
import { bounds } from "../geo/bounds.ts";
import { containsTest } from "../geo/contains.ts";
import type { Bounds, Point, Polygon } from "../geo/types.ts";

/** A lattice of cells in columns and rows, about its own origin, before it is moved and turned; m. */
export interface Lattice {
  /** Which cell of the frame, counted row by row, each place lies in: u, v in the lattice's own frame. */
  locate(u: Float64Array, v: Float64Array, frame: Frame): Uint32Array;
  centreU(column: number): number;
  centreV(column: number, row: number): number;
  /** Columns and rows that cover a box, with one to spare. */
  frame(box: Bounds): Frame;
  /** Steps [columns, rows] to the cells within so many rings of a cell, itself left out: from an even and from an odd column. */
  around(rings: number): readonly [even: readonly Step[], odd: readonly Step[]];
}

export type Step = readonly [columns: number, rows: number];

interface Frame {
  readonly firstColumn: number;
  readonly firstRow: number;
  readonly columns: number;
  readonly rows: number;
}

/** 24 million cells are 192 MB of counts. */
const MOST_CELLS = 24_000_000;

/** Regular hexagons with a corner to the east: columns 3/2 side apart, every other one half a cell further north. */
export function hexagonLattice(side: number): Lattice {
  const across = Math.sqrt(3) * side, apart = 1.5 * side;
  return {
    centreU: (column) => column * apart,
    centreV: (column, row) => (row + (column & 1) / 2) * across,
    frame: ({ minX, minY, maxX, maxY }) => frameOf(minX / apart, minY / across, maxX / apart, maxY / across),
    around: (rings) => [hexagonSteps(rings, 0), hexagonSteps(rings, 1)],
    locate(u, v, { firstColumn, firstRow, columns }) {
      const places = new Uint32Array(u.length);
      // Axial coordinates q, r and the nearest centre by cube rounding: of q, r and -q-r the one that was rounded
      // furthest gives way.
      const toQ = 1 / apart, toR = 1 / across;
      for (let i = 0; i < u.length; i++) {
        const q = u[i] * toQ, r = v[i] * toR - q / 2;
        let column = Math.floor(q + 0.5), axial = Math.floor(r + 0.5);
        const third = Math.floor(-q - r + 0.5);
        const dq = Math.abs(column - q), dr = Math.abs(axial - r), ds = Math.abs(third + q + r);
        if (dq > dr && dq > ds) column = -axial - third;
        else if (dr > ds) axial = -column - third;
        const row = axial + ((column - (column & 1)) >> 1);
        places[i] = (row - firstRow) * columns + (column - firstColumn);
      }
      return places;
    },
  };
}

/** Squares; a cell holds its western and southern edge. */
export function squareLattice(side: number): Lattice {
  return {
    centreU: (column) => (column + 0.5) * side,
    centreV: (_column, row) => (row + 0.5) * side,
    frame: ({ minX, minY, maxX, maxY }) => frameOf(minX / side, minY / side, maxX / side, maxY / side),
    around(rings) {
      const steps: Step[] = [];
      for (let r = -rings; r <= rings; r++) for (let c = -rings; c <= rings; c++) if (c !== 0 || r !== 0) steps.push([c, r]);
      return [steps, steps];
    },
    locate(u, v, { firstColumn, firstRow, columns }) {
      const places = new Uint32Array(u.length);
      for (let i = 0; i < u.length; i++) {
        places[i] = (Math.floor(v[i] / side) - firstRow) * columns + Math.floor(u[i] / side) - firstColumn;
      }
      return places;
    },
  };
}

/** In axial coordinates q and r the rings are |q|, |r|, |q + r| <= rings; every other column stands half a cell further north. */
function hexagonSteps(rings: number, odd: number): Step[] {
  const steps: Step[] = [];
  for (let q = -rings; q <= rings; q++) {
    for (let r = Math.max(-rings, -q - rings); r <= Math.min(rings, rings - q); r++) {
      if (q !== 0 || r !== 0) steps.push([q, r + Math.floor((odd + q) / 2)]);
    }
  }
  return steps;
}

function frameOf(west: number, south: number, east: number, north: number): Frame {
  const firstColumn = Math.floor(west) - 1, firstRow = Math.floor(south) - 1;
  return { firstColumn, firstRow, columns: Math.ceil(east) + 2 - firstColumn, rows: Math.ceil(north) + 2 - firstRow };
}

interface LatticeOptions {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight?: Float64Array;
  readonly origin: Point;
  readonly rotation: number;
  readonly area?: readonly Polygon[];
  /** Without a study area: also the cells that touch one with incidents. */
  readonly beside?: boolean;
}

/**
 * Cells with incidents, or, with a study area, all whose centre is in it. `column` and `row` are their places in the lattice.
 * @throws InputError where there would be more cells than memory holds
 */
export function latticeCells(lattice: Lattice, { x, y, weight, origin, rotation, area, beside = false }: LatticeOptions) {
  const cos = Math.cos(rotation), sin = Math.sin(rotation);
  const { u, v } = turned(x, y, origin, cos, sin);
  const box = [columnBounds(u, v), ...(area ?? []).map((polygon) => turnedBounds(polygon, origin, cos, sin))].reduce(around);
  const tight = box.minX <= box.maxX ? lattice.frame(box) : { firstColumn: 0, firstRow: 0, columns: 0, rows: 0 };
  const frame = beside && tight.columns > 0 ? wider(tight) : tight;
  const cells = frame.columns * frame.rows;
  if (!(cells <= MOST_CELLS)) {
    throw new InputError(
      `Cells this small over ${kilometres(box.maxX - box.minX)} × ${kilometres(box.maxY - box.minY)} would be ${cells.toLocaleString("en-GB")}; ` +
        `the limit is ${MOST_CELLS.toLocaleString("en-GB")}. Enter a longer edge, or filter to a smaller study area.`,
    );
  }
  const counts = new Float64Array(cells);
  const places = lattice.locate(u, v, frame);
  for (let i = 0; i < places.length; i++) counts[places[i]] += weight ? weight[i] : 1;

  const inArea = area && areaTest(area);
  const near = beside && !area ? besideCounts(lattice, frame, counts) : null;
  const out = { x: [] as number[], y: [] as number[], count: [] as number[], column: [] as number[], row: [] as number[] };
  let total = 0, given = 0;
  for (let row = 0, k = 0; row < frame.rows; row++) {
    for (let column = 0; column < frame.columns; column++, k++) {
      total += counts[k];
      if (!inArea && counts[k] === 0 && !near?.[k]) continue;
      const cu = lattice.centreU(column + frame.firstColumn);
      const cv = lattice.centreV(column + frame.firstColumn, row + frame.firstRow);
      const cx = origin.x + cu * cos - cv * sin, cy = origin.y + cu * sin + cv * cos;
      if (inArea && !inArea(cx, cy)) continue;
      out.x.push(cx);
      out.y.push(cy);
      out.count.push(counts[k]);
      out.column.push(column + frame.firstColumn);
      out.row.push(row + frame.firstRow);
      given += counts[k];
    }
  }
  const column = Int32Array.from(out.column), row = Int32Array.from(out.row);
  return {
    /** The cell that each incident lies in; -1 for one in none that is given. */
    cellOf(): Int32Array {
      const cellAt = new Int32Array(cells).fill(-1);
      column.forEach((c, k) => (cellAt[(row[k] - frame.firstRow) * frame.columns + c - frame.firstColumn] = k));
      return Int32Array.from(places, (place) => cellAt[place]);
    },
    x: Float64Array.from(out.x),
    y: Float64Array.from(out.y),
    count: Float64Array.from(out.count),
    column,
    row,
    outside: total - given,
  };
}

const wider = ({ firstColumn, firstRow, columns, rows }: Frame): Frame => ({
  firstColumn: firstColumn - 1, firstRow: firstRow - 1, columns: columns + 2, rows: rows + 2,
});

/** 1 for each cell that touches one with incidents; the frame is a cell wider than these. */
function besideCounts(lattice: Lattice, { firstColumn, columns }: Frame, counts: Float64Array): Uint8Array {
  const near = new Uint8Array(counts.length);
  const steps = lattice.around(1).map((parity) => parity.map(([c, r]) => c + r * columns));
  for (let k = 0; k < counts.length; k++) {
    if (counts[k] === 0) continue;
    for (const step of steps[(firstColumn + (k % columns)) & 1]) near[k + step] = 1;
  }
  return near;
}

/** In any of the polygons; their boxes are asked first. */
export function areaTest(area: readonly Polygon[]): (x: number, y: number) => boolean {
  const parts = area.map((polygon) => ({ box: bounds(polygon), test: containsTest(polygon) }));
  return (x, y) =>
    parts.some(({ box, test }) => x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY && test(x, y));
}

/** Into the frame of the lattice: moved to its origin and turned back. */
export function turned(x: Float64Array, y: Float64Array, origin: Point, cos: number, sin: number) {
  const u = new Float64Array(x.length), v = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const dx = x[i] - origin.x, dy = y[i] - origin.y;
    u[i] = dx * cos + dy * sin;
    v[i] = dy * cos - dx * sin;
  }
  return { u, v };
}

const turnedBounds = (polygon: Polygon, origin: Point, cos: number, sin: number): Bounds => {
  const [ring] = polygon.rings;
  const { u, v } = turned(Float64Array.from(ring, (p) => p.x), Float64Array.from(ring, (p) => p.y), origin, cos, sin);
  return columnBounds(u, v);
};

const kilometres = (length: number): string => `${(length / 1000).toFixed(0)} km`;
