// A search for the best set under way: what the best so far holds, how much more any set can hold, and two ways to end it.

import { PLACEMENT_JOB } from "../../actions/placement.ts";
import type { PlacementSearch } from "../../shownDesign.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { count, percent } from "../../ui/format.ts";

export function PlacementSearchView({ search: { best, keep } }: { readonly search: PlacementSearch }) {
  // Until something is proved, the bound is everything there is.
  const proved = best !== null && best.bound < best.total ? best : null;
  const job = useStore((state) => state.jobs.find(({ title }) => title === PLACEMENT_JOB) ?? null);
  return (
    <div className="section">
      <h3 aria-live="polite">{best ? "Searching, then proving" : "Preparing"}</h3>
      <dl className="facts">
        <dt>Inside, best so far</dt><dd>{best ? count(best.objective) : "…"}</dd>
        <dt>At most possible</dt><dd>{proved ? count(proved.bound) : "…"}</dd>
        <dt>Gap</dt><dd>{proved ? percent(proved.gap) : "…"}</dd>
      </dl>
      <div className="actions">
        <Button look="primary" isDisabled={best === null} onPress={keep}>Stop and keep the best</Button>
        <Button isDisabled={!job?.cancel} onPress={() => job?.cancel?.()}>Cancel</Button>
      </div>
    </div>
  );
}
