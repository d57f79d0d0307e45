// One patrol area: its hotspot, its share of crime against its share of area, and what is done to it.

import { countInside } from "../../core/geo/countInside.ts";
import { area as areaOf } from "../../core/geo/area.ts";
import { perimeter } from "../../core/geo/perimeter.ts";
import { describeViolation, spacingViolations } from "../../core/hotspots/spacing.ts";
import { assignPatrolArea, rename, setNote } from "../../core/plan/edits/describeEntity.ts";
import type { PatrolArea, Plan } from "../../core/plan/plan.ts";
import { commitEdit } from "../actions/editPlan.ts";
import { deleteSelected, duplicateSelected } from "../actions/editSelection.ts";
import { attempt } from "../actions/messages.ts";
import { useShownPlan } from "../shownPlan.ts";
import { committedPlan, useStore } from "../store.ts";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { CommitText } from "../ui/CommitText.tsx";
import { area as areaText, count, metres, percent } from "../ui/format.ts";

const NONE = "-";

export function PatrolAreaCard({ area }: { readonly area: PatrolArea }) {
  const committed = useStore(committedPlan);
  const plan = useShownPlan();
  const index = useStore((state) => state.filtered?.index ?? null);
  const edit = (make: (plan: Plan) => Parameters<typeof commitEdit>[0]): void =>
    void attempt("The change", () => commitEdit(make(committed)));
  const inside = index ? countInside(index, area.shape) : null;
  const violations = spacingViolations(plan, [area]);
  return (
    <>
      <div className="section">
        <CommitText label="Name" value={area.name} onCommit={(name) => edit((p) => rename(p, area.id, name))} />
        <Choice
          label="Belongs to"
          value={area.hotspot ?? NONE}
          options={[{ value: NONE, label: "stands by itself" }, ...plan.hotspots.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(id) => edit((p) => assignPatrolArea(p, area.id, id === NONE ? null : id))}
        />
        <CommitText label="Note" value={area.note} onCommit={(note) => edit((p) => setNote(p, area.id, note))} />
        <dl className="facts">
          <dt>Area</dt><dd>{areaText(areaOf(area.shape))}</dd>
          <dt>Perimeter</dt><dd>{metres(perimeter(area.shape))}</dd>
          {inside !== null && index && (
            <><dt>Incidents inside</dt><dd>{count(inside)} ({percent(inside / Math.max(1, index.total), 2)})</dd></>
          )}
        </dl>
        {violations.map((violation) => (
          <div key={violation.b} className="notice">{describeViolation(plan, violation)}</div>
        ))}
      </div>
      <div className="section">
        <div className="actions">
          <Button onPress={() => useStore.setState({ tool: "vertices" })}>Edit corners</Button>
          <Button onPress={() => useStore.setState({ tool: "split" })}>Split</Button>
          <Button onPress={duplicateSelected}>Duplicate</Button>
          <Button onPress={deleteSelected}>Delete</Button>
        </div>
      </div>
    </>
  );
}
