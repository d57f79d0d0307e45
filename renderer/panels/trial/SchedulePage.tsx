// The schedule: drawn or brought in, sealed in versions, verified, and each day's units.

import { attempt } from "../../actions/messages.ts";
import { pickFile } from "../../actions/openFile.ts";
import { DRAW_JOB, drawDraft } from "../../actions/schedule.ts";
import { draftOf, shownSchedule } from "../../shownSchedule.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { BalanceSection } from "./BalanceSection.tsx";
import { DraftSection } from "./DraftSection.tsx";
import { SealedNotice } from "./SealedNotice.tsx";
import { TrialDaySection } from "./TrialDaySection.tsx";
import { VersionsSection } from "./VersionsSection.tsx";

const ELSEWHERE = "A CSV with a row for each hotspot and day: columns date, hotspot (id or name) and arm (treatment or control). The trial takes its days.";

export function SchedulePage() {
  const units = useStore((state) => committedPlan(state).trial?.units.length ?? 0);
  const versions = useStore((state) => state.schedules);
  const draft = useStore(draftOf);
  const shown = useStore(shownSchedule);
  const drawing = useStore((state) => state.jobs.some(({ title }) => title === DRAW_JOB));
  if (units === 0 && versions.length === 0) {
    return (
      <div className="empty">
        <p>The trial has no units yet: take them on the Design page.</p>
        <Button onPress={() => useStore.setState({ trialPage: "design" })}>Design the trial</Button>
      </div>
    );
  }
  return (
    <>
      <SealedNotice />
      {versions.length > 0 && <VersionsSection versions={versions} />}
      <div className="section">
        <h3>{versions.length === 0 ? "Draw the schedule" : "A new version"}</h3>
        <div className="actions">
          <Button look={versions.length === 0 && !draft ? "primary" : undefined} isDisabled={drawing || units === 0} onPress={() => void attempt(DRAW_JOB, drawDraft)}>
            {drawing ? "Being drawn …" : draft ? "Draw again" : "Draw"}
          </Button>
          <Button tip={ELSEWHERE} isDisabled={units === 0} onPress={() => pickFile("schedule")}>Bring one in …</Button>
        </div>
        <p className="muted hint">The same seed gives the same schedule; change it on the Design page for another. Nothing is kept before it is sealed.</p>
      </div>
      {draft && <DraftSection draft={draft} />}
      {shown && <TrialDaySection shown={shown} isDraft={draft !== null} />}
      {shown && <BalanceSection shown={shown} />}
    </>
  );
}
