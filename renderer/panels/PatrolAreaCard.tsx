// One patrol area: its hotspot, its share of crime against its share of area, and what is done to it.

import { areaMeter } from "../../core/hotspots/areas/areaMeter.ts";
import { justOutside } from "../../core/hotspots/areas/justOutside.ts";
import { nearOutside } from "../../core/hotspots/areas/nearOutside.ts";
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
import { area as areaText, count, decimal, metres, percent } from "../ui/format.ts";
import { useMeterInput } from "./hotspots/useMeterInput.ts";

const NONE = "-";

export function PatrolAreaCard({ area }: { readonly area: PatrolArea }) {
  const committed = useStore(committedPlan);
  const plan = useShownPlan();
  const edit = (make: (plan: Plan) => Parameters<typeof commitEdit>[0]): void =>
    void attempt("The change", () => commitEdit(make(committed)));
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
        <Held area={area} plan={plan} />
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

/** Live while the area is drawn. */
function Held({ area: { shape }, plan: { hotspots, patrolAreas } }: { readonly area: PatrolArea; readonly plan: Plan }) {
  const input = useMeterInput();
  const outside = useStore((state) => state.designDraft.meter.outside);
  if (!input) return null;
  const held = areaMeter({ ...input, shapes: [shape] });
  const near = nearOutside(input.index, [...hotspots, ...patrolAreas].map((one) => one.shape), outside);
  return (
    <dl className="facts">
      <dt>Area</dt><dd>{areaText(held.area)}{held.areaShare !== null && ` (${percent(held.areaShare, 2)})`}</dd>
      <dt>Perimeter</dt><dd>{metres(held.perimeter)}, {decimal(held.walkMinutes, 0)} min on foot</dd>
      <dt>Incidents inside</dt><dd>{count(held.incidents)} ({percent(held.incidentShare ?? 0, 2)})</dd>
      {held.perDay !== null && <><dt>A day</dt><dd>{decimal(held.perDay, 2)}</dd></>}
      {held.all && <><dt>Of every offence</dt><dd>{count(held.all.incidents)} ({percent(held.all.incidentShare ?? 0, 2)})</dd></>}
      <dt>Just outside, within {metres(outside)}</dt><dd>{count(justOutside(input.index, near, [shape]).total)}</dd>
    </dl>
  );
}
