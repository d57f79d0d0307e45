// The import report: rows in the file = loaded + set aside + left out, and what is odd about the data.

import type { ImportReport, SetAsideReason } from "../../core/incidents/importReport.ts";
import { count } from "../ui/format.ts";

export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const adds = report.records === report.loaded + report.setAside + report.leftOut;
  return (
    <div className="import-report">
      <p className="sum" aria-label="Sum of the import">
        {count(report.records)} records = {count(report.loaded)} loaded + {count(report.setAside)} set aside + {count(report.leftOut)} left out
        {!adds && <span className="bad"> (does not add up: please report this)</span>}
      </p>
      <dl className="facts">
        <div className="pair"><dt>File</dt><dd>{report.file}</dd></div>
        <div className="pair"><dt>Coordinates in the file</dt><dd>{report.crs}</dd></div>
        <div className="pair"><dt>Plane of the project</dt><dd>{report.plane}</dd></div>
        <div className="pair"><dt>Times are good to the</dt><dd>{report.precision}</dd></div>
        {report.from && <div className="pair"><dt>Period</dt><dd>{report.from.replace("T", " ")} to {report.to?.replace("T", " ")}</dd></div>}
      </dl>
      {report.notices.length > 0 && <h3>Worth knowing</h3>}
      {report.notices.map((notice) => <div key={notice.code} className="notice"><strong>{count(notice.count)}</strong> · {notice.text}</div>)}
      <Reasons title="Set aside" reasons={report.reasons} />
      <Reasons title="Left out as you chose" reasons={report.leftOutReasons} />
    </div>
  );
}

function Reasons({ title, reasons }: { readonly title: string; readonly reasons: readonly SetAsideReason[] }) {
  if (reasons.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      {reasons.map((reason) => (
        <details key={reason.code}>
          <summary>{count(reason.count)} · {reason.text}</summary>
          {reason.examples.map(({ line, raw }) => <pre key={line} className="parameters">line {line}: {raw}</pre>)}
        </details>
      ))}
    </>
  );
}
