// What a search has found so far, in the place of its last result.

import { beforeEach, expect, test, vi } from "vitest";

vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
const { live } = await import("../../../renderer/actions/live.ts");
const { useStore } = await import("../../../renderer/store.ts");
type ShownFrontier = import("../../../renderer/shownExplorations.ts").ShownFrontier;

const last = { points: ["last"] } as unknown as ShownFrontier;
const shown = (points: string[]): ShownFrontier => ({ points }) as unknown as ShownFrontier;
const now = () => useStore.getState().frontier?.points;

beforeEach(() => useStore.setState({ frontier: last }));

test("the best so far stands while the search runs, and what it found in the end after it", async () => {
  const seen: unknown[] = [];
  const found = await live("frontier", shown, async (onFound) => {
    seen.push(now());
    onFound(["a"]);
    seen.push(now());
    return ["a", "b"];
  });
  expect(seen).toEqual([["last"], ["a"]]);
  expect(found.points).toEqual(["a", "b"]);
  expect(now()).toEqual(["a", "b"]);
});

test("a search that is cancelled leaves the last result", async () => {
  const cancelled = live("frontier", shown, async (onFound) => {
    onFound(["a"]);
    throw new DOMException("", "AbortError");
  });
  await expect(cancelled).rejects.toThrow(DOMException);
  expect(useStore.getState().frontier).toBe(last);
});
