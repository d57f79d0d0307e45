// AUC and truncated AUC of predicted surfaces.

import { describe, expect, test } from "vitest";
import { runJob } from "../../../../core/job.ts";
import { coverableShare, type PredictionQuality, predictionQuality } from "../../../../core/patrol/quality/predictionQuality.ts";
import { tileCentres } from "../../../../core/patrol/tiles.ts";
import { nodeContext } from "../../../support/nodeContext.ts";

const judge = (params: unknown): Promise<PredictionQuality> => runJob("predictionQuality", predictionQuality, params, nodeContext);
const centres = tileCentres({ origin: { x: 0, y: 0 }, cell: 300, columns: 10, rows: 10 });

describe("prediction quality", () => {
  test("5 vehicles with nine tiles in reach of each can cover 45 of 100 tiles, 12 all of them", () => {
    expect(coverableShare(centres, 500, 5)).toBe(0.45);
    expect(coverableShare(centres, 500, 12)).toBe(1);
  });

  test("is the paper's AUC over all tiles, and equals it where the fleet can cover them all", async () => {
    // The paper's example: tiles C, B, A with 6, 3 and 1 crimes; the formula gives 2/3.
    const { auc, truncated } = await judge({ x: [0, 300, 600], y: [0, 0, 0], surfaces: [0.2, 0.4, 0.6], counts: [1, 3, 6], fleets: [1, 3], radius: 100 });
    expect(auc!.mean).toBeCloseTo(2 / 3, 12);
    expect(truncated[1]).toMatchObject({ vehicles: 3, coverable: 1 });
    expect(truncated[1].auc!.mean).toBeCloseTo(2 / 3, 12);
    // Up to a third of the area the curve rises straight to 0.6: its mean is 0.3.
    expect(truncated[0].coverable).toBeCloseTo(1 / 3, 12);
    expect(truncated[0].auc!.mean).toBeCloseTo(0.3, 12);
  });

  test("truncation favours who finds the peak over who ranks the rest", async () => {
    const counts = [10, 6, 6, 6, 0, 0, 0, 0, 0, 0];
    const peak = [9, 0, 0, 0, 6, 5, 4, 3, 2, 1], rest = [1, 9, 8, 7, 0, 0, 0, 0, 0, 0];
    const places = { x: counts.map((_, i) => 1000 * i), y: counts.map(() => 0), counts, fleets: [1], radius: 100 };
    const [a, b] = await Promise.all([peak, rest].map((surfaces) => judge({ ...places, surfaces })));
    expect(a.auc!.mean).toBeLessThan(b.auc!.mean);
    expect(a.truncated[0].auc!.mean).toBeGreaterThan(b.truncated[0].auc!.mean);
  });

  test("leaves out slots without events and has no value without any", async () => {
    const two = { x: [0, 300], y: [0, 0], surfaces: [1, 0, 0, 1], fleets: [1], radius: 10 };
    expect((await judge({ ...two, counts: [1, 0, 0, 0] })).auc!.blocks).toBe(1);
    expect((await judge({ ...two, counts: [0, 0, 0, 0] })).auc).toBe(null);
    await expect(judge({ ...two, counts: [0] })).rejects.toThrow(/multiple of the 2 tiles/);
  });
});
