// Every spacing rule that the plan breaks, in words; a press shows where.

import { useDeferredValue, useMemo } from "react";
import { describeViolation, spacingViolations } from "../../../core/hotspots/spacing.ts";
import { zoomToSelection } from "../../actions/zoom.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { count } from "../../ui/format.ts";

/** More are counted and not listed. */
const LISTED = 50;

export function ViolationsSection() {
  const plan = useDeferredValue(useStore(committedPlan));
  const violations = useMemo(() => spacingViolations(plan), [plan]);
  if (plan.hotspots.length + plan.patrolAreas.length === 0) return null;
  const show = (ids: readonly string[]): void => {
    useStore.setState({ selection: ids });
    zoomToSelection();
  };
  return (
    <div className="section">
      <h3>Distances and exclusions</h3>
      {violations.length === 0 ? <p className="good">All are kept.</p> : (
        <ul className="rows" aria-label="Broken rules">
          {violations.slice(0, LISTED).map((violation) => (
            <li key={`${violation.kind} ${violation.a} ${violation.b}`} className="notice">
              {describeViolation(plan, violation)} <Button look="quiet" onPress={() => show([violation.a, violation.b])}>Show</Button>
            </li>
          ))}
        </ul>
      )}
      {violations.length > LISTED && <p className="muted">and {count(violations.length - LISTED)} more</p>}
    </div>
  );
}
