import { expect, it } from "vitest";
import { joinPieces } from "../../../../core/patrol/roads/joinPieces.ts";
import { roadSegments } from "../../../../core/patrol/roads/roadSegments.ts";

/** A ladder: two long streets 100 m apart with rungs every 100 m; and a street that nothing leads to. */
const ladder = roadSegments(
  {
    ...(() => {
      const lines = [
        Array.from({ length: 6 }, (_, k) => [100 * k, 0]), Array.from({ length: 6 }, (_, k) => [100 * k, 100]),
        ...Array.from({ length: 6 }, (_, k) => [[100 * k, 0], [100 * k, 100]]), [[0, 900], [100, 900]],
      ];
      const points = lines.flat();
      const starts = Uint32Array.from([0, ...lines.map(({ length }) => length)]);
      starts.forEach((_, k) => k > 0 && (starts[k] += starts[k - 1]));
      return { x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, y]) => y), starts };
    })(),
  },
  0.5,
);
const { x, y, from, to, length } = ladder;
const pieceAt = (east: number, north: number): number =>
  from.findIndex((a, k) => (x[a] + x[to[k]]) / 2 === east && (y[a] + y[to[k]]) / 2 === north);
const joined = (chosen: readonly number[], farthest: number) => joinPieces(ladder, chosen, new Float64Array(from.length).fill(1), farthest);

it("joins pieces by the shortest way along the network", () => {
  const ways = joined([pieceAt(50, 0), pieceAt(350, 100)], 1000);
  // Two streets and a rung of 100 m each in between, whichever rung.
  expect(ways).toHaveLength(5);
  expect(ways.reduce((sum, piece) => sum + length[piece], 0)).toBe(500);
});

it("leaves apart what is too far, and what no way leads to", () => {
  const chosen = [pieceAt(50, 0), pieceAt(350, 100), pieceAt(50, 900)];
  expect(new Set(joined(chosen, 299))).toEqual(new Set(chosen));
  expect(joined(chosen, 1000)).toHaveLength(6);
});

it("leaves what hangs together as it is", () => {
  const chosen = [pieceAt(50, 0), pieceAt(150, 0)];
  expect(new Set(joined(chosen, 1000))).toEqual(new Set(chosen));
});
