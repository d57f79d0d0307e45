// The pack that runs on officers' phones: for which days and teams, with which streets; and what it will list.

import { useState } from "react";
import { britishDate } from "../../../core/record/britishDate.ts";
import { isoDay } from "../../../core/incidents/isoDay.ts";
import { formatHours } from "../../../core/plan/hourRanges.ts";
import { streetLayer } from "../../../core/trial/pack/streetLayer.ts";
import { teamsOf, treatedUnits } from "../../../core/trial/pack/treatedUnits.ts";
import { scheduleInForce } from "../../../core/trial/schedule/scheduleInForce.ts";
import { dateOfTrialDay } from "../../../core/trial/schedule/trialDays.ts";
import type { SealedSchedule } from "../../../core/trial/sealedSchedule.ts";
import { attempt } from "../../actions/messages.ts";
import { saveTaskingPack, type PackChoice } from "../../actions/taskingPack.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice, Segments } from "../../ui/Choice.tsx";
import { DateInput } from "../../ui/DateInput.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { useLineLayers } from "../lineLayers.ts";

const DAY = 86_400_000;

export function TaskingPage() {
  const schedule = useStore((state) => scheduleInForce(state.schedules));
  return schedule
    ? <PackOf schedule={schedule} />
    : <div className="empty"><p>No schedule is sealed yet. Seal one on the Schedule page; then a pack for officers' phones can be made of it, which lists each day's treatment hotspots, times the patrols and keeps a log.</p></div>;
}

function PackOf({ schedule }: { readonly schedule: SealedSchedule }) {
  const { protocol, version, made } = schedule;
  const teams = teamsOf(protocol);
  const lineLayers = useLineLayers();
  const marking = useStore((state) => state.cover.marking);
  const [wanted, setWanted] = useState(1);
  const [eachDay, setEachDay] = useState(true);
  const [of, setOf] = useState("");
  const [streets, setStreets] = useState<string | null>(null);
  // The day that the map shows too.
  const from = useStore((state) => Math.min(state.trialDay, protocol.days - 1));
  const days = Math.min(wanted, protocol.days - from);
  const team: PackChoice["team"] = of === EACH ? "each" : teams.includes(of) ? { name: of } : null;
  const layer = streets ?? streetLayer(lineLayers)?.id ?? NONE;
  const setFirst = (date: number): void => useStore.setState({ trialDay: Math.max(0, Math.min(protocol.days - 1, Math.round((date - protocol.first) / DAY))) });
  return (
    <>
      <div className="section">
        <h3>Pack for officers' phones</h3>
        <div className="field">
          <span className="label">First day</span>
          <DateInput label="First day" value={dateOfTrialDay(from, protocol)} onChange={setFirst} />
        </div>
        <NumberInput label="Length" unit="days" min={1} max={protocol.days - from} value={days} onChange={setWanted} />
        {days > 1 && <Segments label="Files" value={eachDay ? "day" : "all"} options={[{ value: "day", label: "One a day" }, { value: "all", label: "One in all" }]} onChange={(value) => setEachDay(value === "day")} />}
        {teams.length > 0 && (
          <Choice label="Teams" value={team ? of : ""} options={[{ value: "", label: "All; the phone asks which" }, { value: EACH, label: "A file for each team" }, ...teams.map((name) => ({ value: name, label: `${name} only` }))]} onChange={setOf} />
        )}
        <Choice label="Streets" value={layer} options={[{ value: NONE, label: "None" }, ...lineLayers.map(({ id, name }) => ({ value: id, label: name }))]} onChange={setStreets} />
        <div className="actions">
          <Button look="primary" onPress={() => void attempt("The tasking pack", () => saveTaskingPack({ from, days, eachDay: eachDay && days > 1, team, streets: layer }))}>Save the pack</Button>
        </div>
        {days > 1 && !eachDay && <p className="warn hint">One file of {days} days tells whoever opens its text what is on treatment on each of them. A file a day keeps the days to come to yourself.</p>}
        <p className="muted">
          An HTML file of version {version} of the schedule, sealed {britishDate(made)}. Send it to the phone and open it there with the browser; it needs no network and sends nothing. The timer turns amber at {protocol.amber} minutes
          and green at {protocol.green}. Officers hand back the log as a CSV file, which the Delivery page reads. Hotspots on control are not in it. Its protective marking is the
          design document's: {marking === "" ? "none" : marking}.
        </p>
      </div>
      <TreatmentList schedule={schedule} day={from} team={team} />
    </>
  );
}

/** Values of a choice that no team's name and no layer's id can be. */
const EACH = "\n", NONE = "\n";

function TreatmentList({ schedule, day, team }: { readonly schedule: SealedSchedule; readonly day: number; readonly team: PackChoice["team"] }) {
  const { protocol } = schedule;
  const units = treatedUnits(schedule, day, team === null || team === "each" ? null : team.name).map((u) => protocol.units[u]);
  const withTeams = units.some((unit) => unit.team);
  return (
    <div className="section">
      <h3>On treatment on {britishDate(isoDay(dateOfTrialDay(day, protocol)))}</h3>
      {units.length === 0 ? <p className="muted">Nothing is to be patrolled on this day.</p> : (
        <table className="table" aria-label="On treatment">
          <thead><tr><th>Hotspot</th>{withTeams && <th>Team</th>}<th>Hours</th></tr></thead>
          <tbody>
            {units.map(({ id, name, team: own, hours }) => (
              <tr key={id}><td>{name}</td>{withTeams && <td>{own ?? "every"}</td>}<td>{hours ? formatHours(hours) : "all"}</td></tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
