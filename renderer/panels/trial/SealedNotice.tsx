// What the protocol says otherwise than the sealed one.

import { protocolChanges } from "../../../core/trial/schedule/protocolChanges.ts";
import { scheduleInForce } from "../../../core/trial/schedule/scheduleInForce.ts";
import { committedPlan, useStore } from "../../store.ts";

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
