// The best places for a fleet: what for, by which measure, under which rules; the search; and what came of it.

import { useEffect, useRef } from "react";
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
  const isSearching = search !== null;
  const results = useRef<HTMLDivElement>(null);
  const was = useRef(isSearching);
  // What begins or ends is brought into view; what is there when the page opens is not.
  useEffect(() => {
    if (was.current !== isSearching) results.current?.scrollIntoView();
    was.current = isSearching;
  }, [isSearching]);
  return (
    <>
      <div className="section">
        <h3>Post vehicles</h3>
        <DemandInput />
        <ObjectiveInput />
      </div>
      <KindsInput />
      <RulesInput />
      {!search && (
        <div className="section">
          <div className="actions">
            <Button look="primary" onPress={() => void attempt(ALLOCATION_JOB, runAllocation)}>Find the best places</Button>
          </div>
        </div>
      )}
      <div ref={results} className="results">{search ? <SearchView search={search} /> : allocation && <AllocationView shown={allocation} />}</div>
    </>
  );
}
