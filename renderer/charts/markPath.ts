// The outlines of a scatter chart's marks, about 8 units across around 0, 0: shapes that stay apart where colours do not.

const OUTLINES = [
  "M0 -3.8A3.8 3.8 0 1 1 -0.01 -3.8Z",
  "M-3.4 -3.4H3.4V3.4H-3.4Z",
  "M0 -4.4L4.2 3.2H-4.2Z",
  "M0 -4.8L4.8 0L0 4.8L-4.8 0Z",
  "M0 4.4L4.2 -3.2H-4.2Z",
  "M-1.4 -4.2H1.4V-1.4H4.2V1.4H1.4V4.2H-1.4V1.4H-4.2V-1.4H-1.4Z",
];

/** Disc, square, triangle, diamond, triangle on its tip, cross; then again from the first. */
export const markPath = (group: number): string => OUTLINES[group % OUTLINES.length];
