// Patrols by shift and hour, treatment against control.

import type { Dosage } from "../../../../core/trial/dosage/dosage.ts";
import { splitByArm } from "../../../../core/trial/evaluate/splitByArm.ts";
import { meanSummary } from "../../../../core/trial/evaluate/compareMeans.ts";
import { SmallBars } from "../../../charts/SmallBars.tsx";
import { Explained } from "../../../ui/Tip.tsx";
import { decimal } from "../../../ui/format.ts";

const clock = (hour: number): string => `${String(hour % 24).padStart(2, "0")}:00`;

export function ShiftTable({ dosage: { shifts, byHour, arms, units, series } }: { readonly dosage: Dosage }) {
  if (!byHour || shifts.length === 0) return null;
  const [{ from, until }] = series;
  const known = (values: Float64Array | Uint8Array) => values.subarray(from * units.length, until * units.length);
  const means = (values: Float64Array): readonly number[] => {
    const { treatment, control } = splitByArm(known(values), known(arms) as Uint8Array);
    return [meanSummary(treatment).mean, meanSummary(control).mean];
  };
  return (
    <div className="section">
      <h3>By shift and hour</h3>
      <table className="table tight" aria-label="Full patrols by shift">
        <thead>
          <tr>
            <th scope="col">Shift</th>
            <th scope="col" className="number"><Explained text="Full patrols that began in the shift, per treatment location-day.">Treatment</Explained></th>
            <th scope="col" className="number"><Explained text="Full patrols that began in the shift, per control location-day.">Control</Explained></th>
          </tr>
        </thead>
        <tbody>
          {shifts.map((shift) => (
            <tr key={shift.name}>
              <th scope="row">{shift.name}, {clock(shift.from)}–{clock(shift.to)}</th>
              {means(shift.fullPatrols).map((mean, arm) => <td key={arm} className="number">{decimal(mean, 3)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {(["treatment", "control"] as const).map((arm) => (
        <div key={arm}>
          <p className="muted hint">Visits by the hour in which they began, midnight to midnight: {arm}</p>
          <SmallBars values={byHour[arm]} description={`Visits of ${arm} days by hour: ${Array.from(byHour[arm], (n, hour) => `${clock(hour)} ${n}`).join(", ")}`} />
        </div>
      ))}
    </div>
  );
}
