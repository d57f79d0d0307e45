// Round lengths and scales: what a scale bar shows, and what a map is drawn at.

/** The largest of 1, 2 and 5 times a power of ten that is not above `most`, m. */
export function niceLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
}

const SCALES = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10];

/** The least round scale that is not under `least`: metres of ground a mm of paper (2.5 is 1 : 2,500). */
export function niceScale(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return (SCALES.find((step) => step * power >= least) ?? 10) * power;
}
