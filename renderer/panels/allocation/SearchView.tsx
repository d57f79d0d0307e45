// A search under way: the best so far, how much better any allocation can be, and two ways to end it.

import { ALLOCATION_JOB } from "../../actions/allocation.ts";
import { DEMAND_JOB } from "../../actions/allocationRequest.ts";
import { ROADS_JOB } from "../../actions/roadMatrix.ts";
import { MEASURES, provedGap } from "../../allocationMeasure.ts";
import type { ShownAllocation } from "../../shownAllocation.ts";
import type { AllocationSearch } from "../../liveAllocation.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { percent } from "../../ui/format.ts";

const STEPS: readonly string[] = [DEMAND_JOB, ROADS_JOB, ALLOCATION_JOB];

export function SearchView({ search: { best, keep } }: { readonly search: AllocationSearch }) {
  const job = useStore((state) => state.jobs.find(({ title }) => STEPS.includes(title)) ?? null);
  return (
    <div className="section">
      <h3 aria-live="polite">{best ? "Searching" : job?.title ?? "Preparing"}</h3>
      <BestSoFar best={best} />
      <div className="actions">
        <Button look="primary" isDisabled={best === null} onPress={keep}>Stop and keep the best</Button>
        <Button isDisabled={!job?.cancel} onPress={() => job?.cancel?.()}>Cancel</Button>
      </div>
    </div>
  );
}

/** Its lines are there from the start: nothing moves under the pointer. */
function BestSoFar({ best }: { readonly best: ShownAllocation | null }) {
  const objective = useStore((state) => best?.request.plan.objective ?? state.allocationDraft.plan.objective);
  const measure = MEASURES[objective];
  const words = (amount: number | undefined): string => (best && amount !== undefined ? measure.words(measure.read(amount, best)) : "…");
  return (
    <dl className="facts">
      <dt>{measure.name}, best so far</dt><dd>{words(best?.proof?.objective)}</dd>
      <dt>{measure.better === "higher" ? "At most possible" : "At least needed"}</dt><dd>{words(best?.proof?.bound)}</dd>
      <dt>Gap</dt><dd>{best ? percent(provedGap(best), 2) : "…"}</dd>
    </dl>
  );
}
