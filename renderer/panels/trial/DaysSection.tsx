// The days of the trial: from when, how many, at which hour they begin, and which clocks move.

import type { TrialProtocol } from "../../../core/trial/protocol.ts";
import { britishDate } from "../../../core/record/britishDate.ts";
import { isoDay } from "../../../core/incidents/isoDay.ts";
import { dateOfTrialDay, hoursOfTrialDays } from "../../../core/trial/schedule/trialDays.ts";
import { changeTrial } from "../../actions/trialDesign.ts";
import { Choice } from "../../ui/Choice.tsx";
import { DateInput } from "../../ui/DateInput.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Explained } from "../../ui/Tip.tsx";

const CLOCKS = [
  { value: "europe", label: "Europe: last Sundays of March, October" },
  { value: "north-america", label: "North America" },
  { value: "none", label: "Never" },
] as const;
const LENGTHS = "Where the clocks go forward a trial day has 23 hours, where they go back 25. Incidents in the doubled hour count to the trial day that holds both passes.";

export function DaysSection({ trial }: { readonly trial: TrialProtocol }) {
  const { first, days, startHour, clocks } = trial;
  const lengths = [...hoursOfTrialDays(trial)];
  const odd = lengths.flatMap((hours, day) => (hours === 24 ? [] : [`${britishDate(isoDay(dateOfTrialDay(day, trial)))} has ${hours}`]));
  return (
    <div className="section">
      <h3>Days</h3>
      <div className="field">
        <span className="label">First day</span>
        <DateInput label="First day" value={first} onChange={(next) => changeTrial({ first: next })} />
      </div>
      <NumberInput label="Days" value={days} min={1} max={3660} onChange={(next) => changeTrial({ days: next })} />
      <NumberInput label="A trial day begins at" unit="hour" value={startHour} min={0} max={23} onChange={(next) => changeTrial({ startHour: next })} />
      <Choice label="Clocks move" value={clocks} options={CLOCKS} onChange={(next) => changeTrial({ clocks: next })} />
      <p className="muted hint">
        To {britishDate(isoDay(dateOfTrialDay(days - 1, trial)))}, whose trial day ends the next day at {String(startHour).padStart(2, "0")}:00.{" "}
        <Explained text={LENGTHS}>{odd.length === 0 ? "Each has 24 hours." : `${odd.join(" hours, ")} hours; all others 24.`}</Explained>
      </p>
    </div>
  );
}
