// The Export dialog: what, and as what.

import { useState } from "react";
import { holdsTables, PLAN_FORMATS, type PlanFormat } from "../../core/formats/planFile.ts";
import { spacingViolations } from "../../core/hotspots/spacing.ts";
import { exportPlan } from "../actions/exportPlan.ts";
import { attempt } from "../actions/messages.ts";
import { committedPlan, useStore } from "../store.ts";
import { Button } from "../ui/Button.tsx";
import { Check } from "../ui/Check.tsx";
import { Choice } from "../ui/Choice.tsx";
import { Modal } from "../ui/Modal.tsx";

export function ExportDialog() {
  const plan = useStore(committedPlan);
  const [format, setFormat] = useState<PlanFormat>("gpkg");
  const [hotspots, setHotspots] = useState(plan.hotspots.length > 0);
  const [patrolAreas, setPatrolAreas] = useState(plan.patrolAreas.length > 0);
  const [exclusions, setExclusions] = useState(false);
  const [wanted, setLog] = useState<boolean | null>(null);
  // Nobody is given more files unasked.
  const log = wanted ?? holdsTables(format);
  const violations = spacingViolations(plan).length;
  const close = (): void => useStore.setState({ dialog: null });
  return (
    <Modal
      title="Export hotspots and patrol areas"
      onClose={close}
      foot={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={!hotspots && !patrolAreas && !exclusions}
            onPress={() => {
              close();
              void attempt("The export", () => exportPlan({ format, hotspots, patrolAreas, exclusions, log }));
            }}
          >
            Export
          </Button>
        </>
      }
    >
      <div className="export">
        <Choice
          label="As"
          value={format}
          options={(Object.entries(PLAN_FORMATS) as [PlanFormat, string][]).map(([value, label]) => ({ value, label }))}
          onChange={setFormat}
        />
        <Check isSelected={hotspots} isDisabled={plan.hotspots.length === 0} onChange={setHotspots}>{plan.hotspots.length} hotspots</Check>
        <Check isSelected={patrolAreas} isDisabled={plan.patrolAreas.length === 0} onChange={setPatrolAreas}>{plan.patrolAreas.length} patrol areas</Check>
        <Check isSelected={exclusions} isDisabled={plan.exclusions.length === 0} onChange={setExclusions}>{plan.exclusions.length} exclusions</Check>
        <Check isSelected={log} onChange={setLog}>The design log and record{holdsTables(format) ? "" : ", as two more files (CSV)"}</Check>
        {violations > 0 && <div className="notice">{violations} distance(s) are violated in this plan. The export holds the plan as it stands.</div>}
        <p className="muted">With counts, rank, buffer, filter and plane as attributes; WGS 84 coordinates.</p>
      </div>
    </Modal>
  );
}
