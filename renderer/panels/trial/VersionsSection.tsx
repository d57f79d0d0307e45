// The sealed versions of the schedule, the newest first, with their hashes and files; a file verified against the one in force.

import "./schedule.css";
import type { SealedSchedule } from "../../../core/trial/sealedSchedule.ts";
import { britishTime } from "../../../core/record/britishDate.ts";
import { attempt, say } from "../../actions/messages.ts";
import { pickFile } from "../../actions/openFile.ts";
import { saveSchedule, useScheduleCheck, type ScheduleFile } from "../../actions/schedule.ts";
import { Button } from "../../ui/Button.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count } from "../../ui/format.ts";

const HASH = "SHA-256 of the schedule's CSV: what sha256sum says of the file.";
const SEAL = "SHA-256 of the registration: protocol, units, how the draw is repeated, the hash, the reason and the seal of the version before.";
const FILES: readonly { readonly kind: ScheduleFile; readonly label: string; readonly tip: string }[] = [
  { kind: "csv", label: "CSV", tip: "date, hotspot, stratum, arm" },
  { kind: "geojson", label: "GeoJSON", tip: "One file: the shapes of each unit on each day, with its date and arm" },
  { kind: "zip", label: "A day each", tip: "A ZIP archive with one GeoJSON file a day" },
  { kind: "registration", label: "Registration", tip: "The text that the seal is of: with it anyone can verify the CSV and repeat the draw" },
];

export function VersionsSection({ versions }: { readonly versions: readonly SealedSchedule[] }) {
  return (
    <div className="section versions">
      <h3>Sealed</h3>
      {versions.toReversed().map((sealed, i) => (
        <details key={sealed.version} open={i === 0}>
          <summary>Version {sealed.version} <span className="muted">{i === 0 ? "in force, " : ""}{britishTime(sealed.made)}</span></summary>
          {sealed.reason !== null && <p>{sealed.reason}{sealed.changed && ` (${count(sealed.changed.arms)} location-days changed or new, ${count(sealed.changed.begun)} of them on days that had begun)`}</p>}
          {sealed.begun > 0 && sealed.version === 1 && <p>{count(sealed.begun)} of its {count(sealed.protocol.days)} days had begun when it was sealed: until then nothing shows whether it was changed.</p>}
          <Digest name="Hash" tip={HASH} value={sealed.hash} />
          <Digest name="Seal" tip={SEAL} value={sealed.seal} />
          <div className="actions">
            {FILES.map(({ kind, label, tip }) => <Button key={kind} tip={tip} onPress={() => void attempt("The file", () => saveSchedule(sealed, kind))}>{label}</Button>)}
          </div>
        </details>
      ))}
      <div className="actions"><Button tip="A schedule's CSV against the version in force: hash, draw and every cell" onPress={() => pickFile("schedule-check")}>Verify a file …</Button></div>
      <CheckedFile />
    </div>
  );
}

function Digest({ name, tip, value }: { readonly name: string; readonly tip: string; readonly value: string }) {
  return (
    <div className="digest">
      <Explained text={tip}>{name}</Explained>
      <code>{value}</code>
      <Button look="quiet" aria-label={`Copy the ${name.toLowerCase()}`} onPress={() => void attempt("Copying", async () => {
        await navigator.clipboard.writeText(value);
        say("info", `The ${name.toLowerCase()} was copied.`);
      })}>Copy</Button>
    </div>
  );
}

function CheckedFile() {
  const shown = useScheduleCheck((state) => state.shown);
  if (!shown) return null;
  const { file, check: { same, hash, differences, faults, version, against, locationDays } } = shown;
  const difference = differences.length === 0 ? (hash.same ? "its cells are the same" : "no cell differs, but the bytes do: line ends, order or columns") : `${count(differences.length)} ${differences.length === 1 ? "place differs" : "places differ"}`;
  return (
    <div role="status" aria-label="Verified file">
      <p className={same ? "" : "notice"}>
        {same ? `${file} is version ${version} as it was sealed: ${count(locationDays)} location-days, by hash and by ${against}.` : `${file} is not version ${version} as it was sealed: ${difference}.`}
      </p>
      {faults.map((fault) => <p key={fault} className="notice">But {fault}.</p>)}
      {!hash.same && <div className="digest"><Explained text={HASH}>File's hash</Explained><code>{hash.file}</code></div>}
      {differences.length > 0 && (
        <Scroll name="Differences" tall>
          <table className="table tight" aria-label="Differences">
            <thead><tr><th scope="col">Day</th><th scope="col">Unit</th><th scope="col">In the file</th></tr></thead>
            <tbody>{differences.slice(0, 200).map(({ line, day, unit, problem }, i) => <tr key={i} title={line === null ? "" : `Line ${line}`}><td>{day}</td><td>{unit}</td><td className="wrap">{problem}</td></tr>)}</tbody>
          </table>
        </Scroll>
      )}
    </div>
  );
}
