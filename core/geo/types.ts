// The shapes of the workbench: degrees are tuples, metres are objects, so that the two cannot be mixed up.

/** Degrees, WGS 84; only at the edges (files, the map). */
export type LonLat = readonly [lon: number, lat: number];

/** Metres in the project's Plane: x to the east, y to the north. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An open ring of at least three corners: the last corner is not the first again. */
export type Ring = readonly Point[];

/** A polygon in metres: the outer ring anticlockwise, then holes clockwise. */
export interface Polygon {
  readonly kind: "polygon";
  readonly rings: readonly Ring[];
}

/**
 * A regular hexagon by its parameters, so that no drag or rotation can deform it.
 * `side` in metres; `rotation` in radians anticlockwise, 0 = the first corner due east of the centre
 * (flat sides to the north and south), in [0, π/3).
 */
export interface Hexagon {
  readonly kind: "hexagon";
  readonly centre: Point;
  readonly side: number;
  readonly rotation: number;
}

export type Shape = Hexagon | Polygon;

/** Metres. */
export interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** A raster of square cells: row 0 is the south, x runs fastest, so cell k = row * columns + column. */
export interface Grid {
  /** South-west corner, m. */
  readonly origin: Point;
  /** Side of a cell, m. */
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
}
