// Whether treatment differs from control in what was delivered, in a word and in sentences.

import "./deliveryAlarms.css";
import type { Dosage, DosageAlarm } from "../../../../core/trial/dosage/dosage.ts";

const LOOKS: Readonly<Record<DosageAlarm["state"], string>> = { delivered: "good", watch: "warn", "not delivered": "bad" };

export function DeliveryAlarms({ dosage: { alarms } }: { readonly dosage: Dosage }) {
  return (
    <div className="section" role="region" aria-label="Alarm">
      <h3>Is the trial being delivered?</h3>
      {alarms.map(({ name, state, words }) => (
        <p key={name} className="alarm" role={state === "not delivered" ? "alert" : undefined}>
          <strong>{name}</strong> <span className={`chip ${LOOKS[state]}`}>{state}</span><br />
          {words}
        </p>
      ))}
      {alarms.length === 0 && <p className="muted">Too few location-days are known to compare the arms.</p>}
    </div>
  );
}
