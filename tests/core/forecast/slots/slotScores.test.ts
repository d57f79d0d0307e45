// Means over slots, by block of the day.

import { expect, test } from "vitest";
import { slotScores } from "../../../../core/forecast/slots/slotScores.ts";

const slot = (at: number, events: number, auc: number | null) => ({ slot: at, events, auc, floor: auc === null ? null : 0.5 });

test("the mean is over slots with events, of all and of each block of the day; a block without any has none", () => {
  const [all, night, morning, noon] = slotScores([slot(336, 2, 0.6), slot(337, 0, null), slot(338, 1, 0.9), slot(342, 3, 0.8)]);
  expect(all).toMatchObject({ block: null, slots: 4, withEvents: 3, events: 6, floor: 0.5 });
  expect(all.auc!.mean).toBeCloseTo(2.3 / 3, 12);
  expect(night).toMatchObject({ block: 0, slots: 2, withEvents: 2, events: 5 });
  expect(night.auc!.mean).toBeCloseTo(0.7, 12);
  expect(night.auc!.low).toBeCloseTo(0.6, 12);
  expect(night.auc!.high).toBeCloseTo(0.8, 12);
  expect(morning).toEqual({ block: 1, slots: 1, withEvents: 0, events: 0, auc: null, floor: null });
  expect(noon.auc!.mean).toBe(0.9);
});
