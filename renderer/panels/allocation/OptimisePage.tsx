// The best places for a fleet: what for, by which measure, under which rules; the search; and what came of it.

import { ALLOCATION_JOB, runAllocation } from "../../actions/allocation.ts";
import { attempt } from "../../actions/messages.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { AllocationView } from "./AllocationView.tsx";
import { DemandInput } from "./DemandInput.tsx";
import { KindsInput } from "./KindsInput.tsx";
import { ObjectiveInput } from "./ObjectiveInput.tsx";
import { RulesInput } from "./RulesInput.tsx";
import { SearchView } from "./SearchView.tsx";

export function OptimisePage() {
  const allocation = useStore((state) => state.allocation);
  const search = useStore((state) => state.allocationSearch);
  return (
    <>
      <div className="section">
        <h3>Post vehicles</h3>
        <DemandInput />
        <ObjectiveInput />
      </div>
      <KindsInput />
      <RulesInput />
      {search ? <SearchView search={search} /> : (
        <div className="section">
          <div className="actions">
            <Button look="primary" onPress={() => void attempt(ALLOCATION_JOB, runAllocation)}>Find the best places</Button>
          </div>
        </div>
      )}
      {allocation && !search && <AllocationView shown={allocation} />}
    </>
  );
}
