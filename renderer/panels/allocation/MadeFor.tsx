// What a page's result was made for, and whether that has changed since.

import type { AllocationRequest } from "../../shownAllocation.ts";
import { staleReasons } from "../../staleAllocation.ts";
import { useStore } from "../../store.ts";
import { count, metres } from "../../ui/format.ts";

export function MadeFor({ request: { plan, demand, cells, area, roads } }: { readonly request: AllocationRequest }) {
  // A string, so that the selector's answer can be compared.
  const stale = useStore((state) => staleReasons(demand, state).join(" and "));
  return (
    <>
      {stale !== "" && <p className="notice" role="status">Stale: {stale} changed since it was made.</p>}
      <p className="muted hint">
        Demand: {demand.name}, on {count(cells.length)} tiles of {metres(plan.tile)}{area !== null && ` in ${area}`}; reach {metres(plan.radius)}
        {roads && `, along ${roads.name}`}.
      </p>
    </>
  );
}
