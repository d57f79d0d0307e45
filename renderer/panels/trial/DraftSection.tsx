// A schedule that is drawn or brought in and not sealed: what it is, and the seal.

import { useState } from "react";
import { attempt } from "../../actions/messages.ts";
import { daysBegun, dropDraft, sealDraft } from "../../actions/schedule.ts";
import type { ScheduleDraft } from "../../shownSchedule.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { count } from "../../ui/format.ts";

export function DraftSection({ draft }: { readonly draft: ScheduleDraft }) {
  const versions = useStore((state) => state.schedules.length);
  const [reason, setReason] = useState("");
  const { origin, kept } = draft;
  const begun = daysBegun();
  return (
    <div className="section">
      <h3>Not sealed yet</h3>
      <p>
        {origin.kind === "imported" ? `Brought in from ${origin.file}.` : `Drawn from the seed "${draft.protocol.seed}"${origin.attempt > 1 ? `; draw ${count(origin.attempt)} was the first that is balanced` : ""}.`}
        {kept > 0 && ` The first ${count(kept)} days have begun and stay as version ${versions} has them.`}
        {origin.kind === "imported" && versions > 0 && begun > 0 && ` ${count(begun)} days of version ${versions} have begun; what it changes of them is told in the registration.`}
      </p>
      {versions > 0 && <TextInput label="Reason" value={reason} onChange={setReason} placeholder="what has changed, and why" />}
      <div className="actions">
        <Button look="primary" isDisabled={versions > 0 && reason.trim() === ""} onPress={() => void attempt("Sealing the schedule", () => sealDraft(reason))}>Seal version {versions + 1}</Button>
        <Button onPress={dropDraft}>Discard</Button>
      </div>
      <p className="muted hint">A sealed version can neither be changed nor deleted nor undone. After it there are only new versions, each with a reason.</p>
    </div>
  );
}
