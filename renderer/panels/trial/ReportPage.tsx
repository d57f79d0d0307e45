// The report in the order of CONSORT: what people write for it, what is still missing, and the file.

import "./reportPage.css";
import { useMemo } from "react";
import { consortChecklist } from "../../../core/trial/report/consortChecklist.ts";
import { MOST_TEXT, MOST_TITLE, reportTitle, TRIAL_TEXTS } from "../../../core/trial/report/trialCover.ts";
import { attempt } from "../../actions/messages.ts";
import { reportParts, saveTrialReport, setTrialCover } from "../../actions/trialReport.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { CommitLines } from "../../ui/CommitLines.tsx";
import { CommitText } from "../../ui/CommitText.tsx";
import { CoverFields } from "../CoverFields.tsx";

export function ReportPage() {
  const history = useStore((state) => state.history);
  const schedules = useStore((state) => state.schedules);
  const cover = useStore((state) => state.cover);
  const trialCover = useStore((state) => state.trialCover);
  const power = useStore((state) => state.power);
  const dosage = useStore((state) => state.dosage);
  const evaluation = useStore((state) => state.evaluation);
  const parts = useMemo(() => reportParts({ history, schedules, cover, trialCover, power, dosage, evaluation }), [history, schedules, cover, trialCover, power, dosage, evaluation]);
  const items = useMemo(() => (parts ? consortChecklist(parts) : []), [parts]);
  if (!parts) return <div className="empty"><p>No trial is planned yet. Take its units on the Design page; the report then says what was planned, done and found.</p></div>;
  const missing = items.filter((item) => item.missing !== null);
  const outdated = [...(dosage && !parts.dosage ? ["the delivery"] : []), ...(evaluation && !parts.evaluation ? ["the evaluation"] : [])];
  return (
    <>
      <div className="section">
        <h3>Report</h3>
        <CommitText label="Title" value={reportTitle(trialCover, parts.protocol.title)} onCommit={(title) => setTrialCover({ title: title.slice(0, MOST_TITLE) })} />
        <CoverFields />
        <div className="actions">
          <Button look="primary" onPress={() => void attempt("The report", saveTrialReport)}>Save the report</Button>
        </div>
        {outdated.length > 0 && <p className="warn hint">Left out: {outdated.join(" and ")}, of another version of the schedule. Count {outdated.length > 1 ? "them" : "it"} again.</p>}
        <p className="muted">
          One HTML file that needs no network, in the order of CONSORT 2010. Open it in a browser and print it, or print it to PDF. The map shows the layers that are switched on.
        </p>
      </div>
      <div className="section">
        <h3>Checklist</h3>
        <p className="muted">{items.length - missing.length} of {items.length} items of CONSORT 2010 stand in the report{missing.length > 0 ? "; these do not:" : "."}</p>
        {missing.length > 0 && (
          <ul className="missing" aria-label="Items that are missing">
            {missing.map(({ item, text, missing: why }) => <li key={item}><strong>{item}</strong> {text}: <span className="warn">{why}</span></li>)}
          </ul>
        )}
      </div>
      <div className="section">
        <h3>What only people can say</h3>
        {TRIAL_TEXTS.map(({ name, label, item, hint }) => (
          <CommitLines key={name} label={`${label} (${item})`} hint={hint} value={trialCover[name]} most={MOST_TEXT} onCommit={(text) => setTrialCover({ [name]: text })} />
        ))}
      </div>
    </>
  );
}
