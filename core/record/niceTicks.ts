// Round numbers along an axis.

/** Multiples of 1, 2 or 5 times a power of ten inside [from, to], about `wanted` of them. */
export function niceTicks(from: number, to: number, wanted: number): number[] {
  if (!(to > from)) return [from];
  const raw = (to - from) / wanted;
  const ten = 10 ** Math.floor(Math.log10(raw));
  const step = ten * ([1, 2, 5, 10].find((multiple) => multiple * ten >= raw * (1 - 1e-9)) ?? 10);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
