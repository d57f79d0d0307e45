// The protocol of the trial: units, days, draw, outcomes and limits, written down before it starts.

import { protocolChanges } from "../../../core/trial/schedule/protocolChanges.ts";
import { scheduleInForce } from "../../../core/trial/schedule/scheduleInForce.ts";
import { attempt } from "../../actions/messages.ts";
import { beginTrial, changeTrial } from "../../actions/trialDesign.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { CommitText } from "../../ui/CommitText.tsx";
import { DaysSection } from "./DaysSection.tsx";
import { DrawSection } from "./DrawSection.tsx";
import { LimitsSection } from "./LimitsSection.tsx";
import { OutcomesSection } from "./OutcomesSection.tsx";
import { SubgroupsSection } from "./SubgroupsSection.tsx";
import { UnitsSection } from "./UnitsSection.tsx";

export function DesignPage() {
  const trial = useStore((state) => committedPlan(state).trial);
  const hasPlane = useStore((state) => state.plane !== null);
  if (!hasPlane) return <div className="empty"><p>Import incidents first: they say where on Earth the trial is.</p></div>;
  if (!trial) {
    return (
      <div className="empty">
        <p>
          A trial compares days on which hotspots are patrolled with days on which they are not. Its protocol says beforehand which hotspots,
          on which days, how they are drawn, and what is counted.
        </p>
        <Button look="primary" onPress={() => void attempt("Beginning a trial", beginTrial)}>Design a trial</Button>
      </div>
    );
  }
  return (
    <>
      <SealedNotice />
      <div className="section">
        <h3>
          Trial
          <span className="spring" />
          <Button look="quiet" onPress={() => changeTrial(null)}>Take away</Button>
        </h3>
        <CommitText label="Title" value={trial.title} onCommit={(title) => changeTrial({ title })} />
      </div>
      <UnitsSection trial={trial} />
      <DaysSection trial={trial} />
      <DrawSection trial={trial} />
      <OutcomesSection trial={trial} />
      <SubgroupsSection trial={trial} />
      <LimitsSection trial={trial} />
    </>
  );
}

/** What the protocol says otherwise than the sealed one. */
export function SealedNotice() {
  const trial = useStore((state) => committedPlan(state).trial);
  const sealed = useStore((state) => scheduleInForce(state.schedules));
  if (!sealed) return null;
  const changes = trial ? protocolChanges(sealed.protocol, trial) : [];
  if (changes.length === 0 && trial) return null;
  return (
    <p className="notice" role="status">
      {trial ? `The protocol differs from the sealed one (version ${sealed.version}) in ${changes.join(", ")}. ` : `The protocol was taken away; version ${sealed.version} is sealed and stands. `}
      The sealed one holds until a new version is sealed with a reason.
    </p>
  );
}
