// When a distance counts as within a radius: one rule for models, live numbers and evaluation.

/** Rounding in projected coordinates must not decide whether a tile at exactly the radius is covered. */
const RELATIVE_SLACK = 1e-9;

/** The largest distance that is within the radius, m: the boundary belongs to it. */
export const reachOf = (radius: number): number => radius * (1 + RELATIVE_SLACK);
