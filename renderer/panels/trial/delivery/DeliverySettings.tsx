// How files are read and counted, and when the alarm rings.

import { useState } from "react";
import { DATE_READINGS, type DateReading } from "../../../../core/incidents/parseTime.ts";
import { mappingFromText } from "../../../../core/trial/dosage/activityColumns.ts";
import { DOSAGE_JOB, recountDosage, useDeliveryDraft } from "../../../actions/delivery.ts";
import { attempt } from "../../../actions/messages.ts";
import type { DosageSettings } from "../../../shownDosage.ts";
import { Choice, Segments } from "../../../ui/Choice.tsx";
import { CommitText } from "../../../ui/CommitText.tsx";
import { NumberInput } from "../../../ui/NumberInput.tsx";

const ORDERS = [{ value: "proved", label: "As the dates prove it" }, ...DATE_READINGS.map((value) => ({ value, label: value }))] as const;

export function DeliverySettings() {
  const { dateOrder, crs, settings } = useDeliveryDraft();
  const [columns, setColumns] = useState("");
  const change = (patch: Partial<DosageSettings>): void => void attempt(DOSAGE_JOB, () => recountDosage(patch));
  return (
    <details className="section">
      <summary>Settings</summary>
      <NumberInput label="Least ratio of the arms" digits={2} min={1} max={10} value={settings.least} onChange={(least) => change({ least })} hint="the alarm rings below it" />
      <NumberInput label="Weeks looked back" min={1} max={52} value={settings.weeks} onChange={(weeks) => change({ weeks })} hint="beside all days so far" />
      <NumberInput label="Longest gap" unit="minutes" digits={1} min={0.5} max={120} value={settings.gap} onChange={(gap) => change({ gap })} hint="between positions of one stay" />
      <Segments
        label="Stood elsewhere"
        value={settings.elsewhere}
        options={[{ value: "count", label: "Count" }, { value: "leave out", label: "Leave out" }]}
        onChange={(elsewhere) => change({ elsewhere })}
      />
      <Choice label="Order of dates" value={dateOrder ?? "proved"} options={ORDERS} onChange={(value) => useDeliveryDraft.setState({ dateOrder: value === "proved" ? null : (value as DateReading) })} />
      <CommitText label="EPSG code of positions" value={crs} onCommit={(code) => useDeliveryDraft.setState({ crs: code.trim() })} />
      <CommitText
        label="Other columns"
        value={columns}
        onCommit={(text) => void attempt("The columns", () => {
          useDeliveryDraft.setState({ mapping: mappingFromText(text) });
          setColumns(text);
        })}
      />
      <p className="muted hint">Of the next file, where its headers do not say it: COLUMN=role, separated by commas. Roles: unit, officer, date, start, end, minutes, startX, startY, endX, endY; of positions and stops unit, officer, date, time, x, y, group.</p>
    </details>
  );
}
