// What was patrolled: logs, positions and stops against the sealed schedule, and the alarm where the arms do not differ.

import { scheduleInForce } from "../../../core/trial/schedule/scheduleInForce.ts";
import { exportDosage } from "../../actions/delivery.ts";
import { attempt } from "../../actions/messages.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { DeliveryAlarms } from "./delivery/DeliveryAlarms.tsx";
import { DeliveryCharts } from "./delivery/DeliveryCharts.tsx";
import { DeliveryFiles, ReadFiles } from "./delivery/DeliveryFiles.tsx";
import { DeliverySettings } from "./delivery/DeliverySettings.tsx";
import { DeliveryShares } from "./delivery/DeliveryShares.tsx";
import { DeliveryTable } from "./delivery/DeliveryTable.tsx";
import { ShiftTable } from "./delivery/ShiftTable.tsx";
import { UnitTable } from "./delivery/UnitTable.tsx";

export function DeliveryPage() {
  const schedule = useStore((state) => scheduleInForce(state.schedules));
  const shown = useStore((state) => state.dosage);
  if (!schedule) {
    return (
      <div className="empty">
        <p>Delivery is counted against a sealed schedule, and none is sealed yet.</p>
        <Button onPress={() => useStore.setState({ trialPage: "schedule" })}>To the schedule</Button>
      </div>
    );
  }
  return (
    <>
      <DeliveryFiles schedule={schedule} shown={shown} />
      {shown && (
        <>
          <DeliveryAlarms dosage={shown.found} />
          <ReadFiles shown={shown} />
          <DeliveryTable dosage={shown.found} level={shown.params.level ?? 0.05} />
          <DeliveryShares dosage={shown.found} />
          <DeliveryCharts dosage={shown.found} />
          <ShiftTable dosage={shown.found} />
          <UnitTable dosage={shown.found} />
        </>
      )}
      <DeliverySettings />
      {shown && (
        <div className="section">
          <details>
            <summary>How it was counted</summary>
            <ul className="plain">{shown.found.conventions.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
          </details>
          <div className="actions">
            <Button tip="One row a hotspot and day: every series and shift, with the arm" onPress={() => void attempt("The export", exportDosage)}>Export location-days</Button>
          </div>
        </div>
      )}
    </>
  );
}
