// The request of another objective or fleet on the same demand and rules.

import { beforeEach, expect, test, vi } from "vitest";
import { allocationState } from "../support/allocationState.ts";
import { directPool } from "../support/directPool.ts";

vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
const { changeAllocationPlan } = await import("../../renderer/actions/allocationDraft.ts");
const { allocationRequest } = await import("../../renderer/actions/allocationRequest.ts");
const { requestFor } = await import("../../renderer/requestFor.ts");
const { useStore } = await import("../../renderer/store.ts");

beforeEach(() => useStore.setState({ ...allocationState(), pool: directPool().pool }));

test("it is the request that would have been made with that objective and fleet", async () => {
  changeAllocationPlan({ objective: "coverage", vehicles: 4 });
  const asked = await allocationRequest();
  changeAllocationPlan({ objective: "distance", vehicles: 2 });
  expect(requestFor(asked, "distance", 2)).toEqual(await allocationRequest());
});

test("of kinds the first changes its number, and the others stay", async () => {
  changeAllocationPlan({ vehicles: 5, kinds: [{ name: "car", vehicles: 3 }, { name: "foot", vehicles: 2, radius: 200 }] });
  const { params, plan } = requestFor(await allocationRequest(), "coverage", 3);
  expect(params.vehicles).toBe(3);
  expect(params.kinds!.map(({ name, vehicles }) => [name, vehicles])).toEqual([["car", 1], ["foot", 2]]);
  expect(plan.kinds).toEqual(params.kinds);
});
