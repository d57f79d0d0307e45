// The incidents of the project: where they came from, and that every import adds up.

import { IconFileImport } from "@tabler/icons-react";
import { pickFile } from "../actions/openFile.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/Button.tsx";
import { count } from "../ui/format.ts";
import { ImportReportView } from "./ImportReportView.tsx";

export function IncidentsPanel() {
  const incidents = useStore((state) => state.incidents);
  const project = useStore((state) => state.project);
  if (!incidents) {
    return (
      <div className="empty">
        <IconFileImport size={28} stroke={1.4} />
        <p>No incidents yet. Drop a file on the window, or import one: CSV, TSV, GeoJSON, GeoPackage, Shapefile or KML.</p>
        <Button look="primary" isDisabled={!project} onPress={() => pickFile("incidents")}>Import incidents …</Button>
      </div>
    );
  }
  return (
    <>
      <div className="section">
        <h3>{count(incidents.table.length)} incidents from {incidents.reports.length} file(s)</h3>
        <Button onPress={() => pickFile("incidents")}>Import more …</Button>
      </div>
      {incidents.reports.map((report, i) => (
        <details key={i} className="section">
          <summary>{report.file}: {count(report.loaded)} loaded, {count(report.setAside)} set aside</summary>
          <ImportReportView report={report} />
        </details>
      ))}
    </>
  );
}
