// The protocol of the trial: units, days, draw, outcomes and limits, written down before it starts.

import { attempt } from "../../actions/messages.ts";
import { beginTrial, changeTrial } from "../../actions/trialDesign.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { CommitText } from "../../ui/CommitText.tsx";
import { DaysSection } from "./DaysSection.tsx";
import { DrawSection } from "./DrawSection.tsx";
import { LimitsSection } from "./LimitsSection.tsx";
import { OutcomesSection } from "./OutcomesSection.tsx";
import { SealedNotice } from "./SealedNotice.tsx";
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
