// Places by their coordinates, column by column.

export interface Points {
  /** m east and north in the project's plane. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}
