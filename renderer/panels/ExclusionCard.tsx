// One exclusion: an area that is to hold no hotspot, and why.

import { area as areaOf } from "../../core/geo/area.ts";
import { rename, setNote } from "../../core/plan/edits/describeEntity.ts";
import type { Exclusion } from "../../core/plan/plan.ts";
import { commitEdit } from "../actions/editPlan.ts";
import { deleteSelected } from "../actions/editSelection.ts";
import { attempt } from "../actions/messages.ts";
import { committedPlan, useStore } from "../store.ts";
import { Button } from "../ui/Button.tsx";
import { CommitText } from "../ui/CommitText.tsx";
import { area } from "../ui/format.ts";
import { OverruleInput } from "./hotspots/OverruleInput.tsx";

export function ExclusionCard({ exclusion }: { readonly exclusion: Exclusion }) {
  const plan = useStore(committedPlan);
  return (
    <div className="section">
      <CommitText
        label="Name"
        value={exclusion.name}
        onCommit={(name) => void attempt("The change", () => commitEdit(rename(plan, exclusion.id, name)))}
      />
      <CommitText
        label="Reason"
        value={exclusion.reason}
        onCommit={(reason) => void attempt("The change", () => commitEdit(setNote(plan, exclusion.id, reason)))}
      />
      <dl className="facts"><dt>Area</dt><dd>{area(areaOf(exclusion.shape))}</dd></dl>
      {exclusion.rule !== undefined && <p className="muted hint">By the rule: {exclusion.rule}</p>}
      <OverruleInput exclusion={exclusion} />
      <div className="actions">
        <Button onPress={() => useStore.setState({ tool: "vertices" })}>Edit corners</Button>
        <Button onPress={deleteSelected}>Delete</Button>
      </div>
    </div>
  );
}
