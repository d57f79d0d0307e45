// The part of fast-kde that the benchmark uses; the package has no types.

declare module "fast-kde" {
  export function density2d<Datum>(
    data: ArrayLike<Datum>,
    options: {
      x: (datum: Datum, index: number) => number;
      y: (datum: Datum, index: number) => number;
      weight: () => number;
      bins: [number, number];
      bandwidth: number;
      extent: [number[], number[]];
    },
  ): { grid(): Float64Array };
}
