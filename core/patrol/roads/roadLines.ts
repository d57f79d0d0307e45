// Roads as they come from a layer: lines of vertices, in columns.

export interface RoadLines {
  /** Vertices, m. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Line i has the vertices starts[i] … starts[i + 1] − 1. */
  readonly starts: Uint32Array;
}
