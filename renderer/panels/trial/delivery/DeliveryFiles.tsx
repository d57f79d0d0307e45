// The files of activity: what each kind is, and what was read of them.

import { britishTime } from "../../../../core/record/britishDate.ts";
import { matchedInWords } from "../../../../core/trial/dosage/matchedInWords.ts";
import type { ActivityReport } from "../../../../core/trial/dosage/activity.ts";
import type { SealedSchedule } from "../../../../core/trial/sealedSchedule.ts";
import { clearDosage, DOSAGE_JOB, recountDosage } from "../../../actions/delivery.ts";
import { attempt } from "../../../actions/messages.ts";
import { pickFile } from "../../../actions/openFile.ts";
import type { ShownDosage } from "../../../shownDosage.ts";
import { useStore } from "../../../store.ts";
import { Button } from "../../../ui/Button.tsx";
import { count, metres } from "../../../ui/format.ts";

export function DeliveryFiles({ schedule, shown }: { readonly schedule: SealedSchedule; readonly shown: ShownDosage | null }) {
  const running = useStore((state) => state.jobs.some(({ title }) => title === DOSAGE_JOB));
  const { units, days } = schedule.protocol;
  return (
    <div className="section">
      <h3>What was patrolled</h3>
      <p className="muted">Against version {schedule.version} of the schedule: {count(units.length)} hotspots, {count(days)} days.</p>
      <div className="actions">
        <Button isDisabled={running} tip="CSV of hotspot, officer, start, end, and positions; the tasking pack's log as it is. Several files at once" onPress={() => pickFile("patrols")}>Patrol logs …</Button>
        <Button isDisabled={running} tip="CSV of radio or telephone positions: time, longitude, latitude, officer" onPress={() => pickFile("pings")}>Positions …</Button>
        <Button isDisabled={running} tip="CSV of stops and searches: time, and position or hotspot" onPress={() => pickFile("stops")}>Stops …</Button>
      </div>
      {!shown && <p className="muted hint">Officers become codes within the counts: no number or name of an officer is kept. Positions far from every hotspot are counted and not kept.</p>}
      {shown && shown.seal !== schedule.seal && (
        <>
          <p className="notice" role="status">Stale: a later version of the schedule was sealed since this was counted.</p>
          <div className="actions"><Button onPress={() => void attempt(DOSAGE_JOB, () => recountDosage())}>Count again</Button></div>
        </>
      )}
    </div>
  );
}

/** What became of every row: read, matched, and what does not fit. */
export function ReadFiles({ shown: { reports, found } }: { readonly shown: ShownDosage }) {
  const { matched, notices, elsewhere, units } = found;
  return (
    <div className="section">
      <h3>What was read</h3>
      {notices.map((notice) => <p key={notice} className="notice">{notice}</p>)}
      {elsewhere.length > 0 && (
        <details>
          <summary>{count(elsewhere.length)} logged here, stood elsewhere</summary>
          <ul className="plain" aria-label="Patrols that stood elsewhere">
            {elsewhere.slice(0, MOST_ELSEWHERE).map(({ unit, start, metres: away }, i) => <li key={i}>{units[unit].name}, {britishTime(new Date(start).toISOString()).replace(" UTC", "")}: {metres(away)} away</li>)}
            {elsewhere.length > MOST_ELSEWHERE && <li>and {count(elsewhere.length - MOST_ELSEWHERE)} more</li>}
          </ul>
        </details>
      )}
      {reports.map((report, i) => <FileReport key={i} report={report} />)}
      {matched.map((rows) => <p key={rows.kind} className="muted hint">{matchedInWords(rows)}</p>)}
      <div className="actions"><Button look="quiet" tip="Takes what was read out of the project" onPress={() => void attempt("Starting again", clearDosage)}>Start again</Button></div>
    </div>
  );
}

/** Reasons that many rows share stand first; files of a whole force name hundreds of other places. */
const MOST_REASONS = 8;
const MOST_ELSEWHERE = 50;

function FileReport({ report: { file, rows, kept, far, setAside, notices, columns } }: { readonly report: ActivityReport }) {
  const aside = setAside.reduce((sum, one) => sum + one.count, 0);
  return (
    <details>
      <summary>{file}: {count(rows)} rows = {count(kept)} kept{far > 0 && <> + {count(far)} far away</>} + {count(aside)} set aside</summary>
      {setAside.length > 0 && (
        <ul className="plain" aria-label={`Set aside of ${file}`}>
          {setAside.slice(0, MOST_REASONS).map(({ reason, count: n, lines }) => <li key={reason}>{count(n)}: {reason} (line {lines.join(", ")}{n > lines.length && " …"})</li>)}
          {setAside.length > MOST_REASONS && <li>and {count(setAside.length - MOST_REASONS)} further reasons</li>}
        </ul>
      )}
      {notices.map((notice) => <p key={notice} className="notice">{notice}</p>)}
      <p className="muted hint">Columns read: {columns.join("; ")}.</p>
    </details>
  );
}
