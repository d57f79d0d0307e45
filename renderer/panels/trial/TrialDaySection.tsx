// One day of the schedule: its date, and which units are on treatment; the map shows the same day.

import "./schedule.css";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useCallback } from "react";
import { isoDay } from "../../../core/incidents/isoDay.ts";
import { britishDate } from "../../../core/record/britishDate.ts";
import { scheduleStrip } from "../../../core/trial/charts/scheduleStrip.ts";
import { dateOfTrialDay, hoursOfTrialDays, spanOfTrialDay } from "../../../core/trial/schedule/trialDays.ts";
import { shownTrialDay, type ScheduleDraft } from "../../shownSchedule.ts";
import { useStore } from "../../store.ts";
import { IconButton } from "../../ui/Button.tsx";
import { DateInput } from "../../ui/DateInput.tsx";
import { TrialChart } from "./TrialChart.tsx";

const DAY = 86_400_000;
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

interface Props {
  readonly shown: Pick<ScheduleDraft, "protocol" | "arms">;
  readonly isDraft: boolean;
}

export function TrialDaySection({ shown, isDraft }: Props) {
  const { protocol, arms } = shown;
  const day = useStore((state) => shownTrialDay(state, shown));
  const { units, days, first } = protocol;
  const turn = (next: number): void => useStore.setState({ trialDay: Math.min(days - 1, Math.max(0, next)) });
  const of = (arm: 0 | 1) => units.filter((_, unit) => arms[day * units.length + unit] === arm);
  const date = dateOfTrialDay(day, protocol), hours = hoursOfTrialDays(protocol)[day];
  const until = isoDay(spanOfTrialDay(day, protocol).to);
  const clock = `${String(protocol.startHour).padStart(2, "0")}:00`;
  const draw = useCallback((width: number) => scheduleStrip({ protocol, arms, width }), [protocol, arms]);
  return (
    <div className="section">
      <h3>A day of {isDraft ? "the draft" : "the sealed schedule"}</h3>
      <div className="day-picker">
        <IconButton icon={<IconChevronLeft size={14} />} label="The day before" isDisabled={day === 0} onPress={() => turn(day - 1)} />
        <DateInput label="Trial day" value={date} onChange={(next) => turn(Math.round((next - first) / DAY))} />
        <IconButton icon={<IconChevronRight size={14} />} label="The day after" isDisabled={day === days - 1} onPress={() => turn(day + 1)} />
      </div>
      <p className="muted hint">
        Day {day + 1} of {days}, {WEEKDAYS[new Date(date).getUTCDay()]}, {clock} to {clock} on {britishDate(until)}{hours === 24 ? "" : `: ${hours} hours, for the clocks move`}.
      </p>
      <div className="arm-list">
        {([["Treatment", 1], ["Control", 0]] as const).map(([name, arm]) => (
          <div key={name}>
            <h4>{name} <span className="muted">{of(arm).length}</span></h4>
            <ul aria-label={name}>{of(arm).map((unit) => <li key={unit.id}>{unit.name}{unit.stratum !== "" && <span className="muted"> {unit.stratum}</span>}</li>)}</ul>
          </div>
        ))}
      </div>
      <TrialChart name="schedule" draw={draw} />
    </div>
  );
}
