// The Import dialog: how the file reads, what its columns mean, what is still to be said, and in the end that it adds up.

import { useMemo } from "react";
import { COLUMN_ROLES, type ColumnRole } from "../../core/incidents/columnRole.ts";
import { PRESETS } from "../../core/incidents/presets.ts";
import type { DraftSettings, ImportQuestion } from "../../core/incidents/draftSettings.ts";
import type { Encoding } from "../../core/incidents/readRecords.ts";
import type { DateReading } from "../../core/incidents/parseTime.ts";
import { CRS_LIST } from "../../core/geo/crs.ts";
import { InputError } from "../../core/errors.ts";
import { chooseImport, chooseMode, closeImport, finishImport, readAgain, settle } from "../actions/importIncidents.ts";
import type { ImportDraft } from "../importDraft.ts";
import { attempt } from "../actions/messages.ts";
import type { ContextLayer } from "../layerState.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/Button.tsx";
import { Choice, Segments } from "../ui/Choice.tsx";
import { Modal } from "../ui/Modal.tsx";
import { TextInput } from "../ui/TextInput.tsx";
import { count } from "../ui/format.ts";
import { ImportReportView } from "./ImportReportView.tsx";

const ROLE_OPTIONS = [
  { value: "ignore" as const, label: "–" },
  ...(Object.entries(COLUMN_ROLES) as [ColumnRole, string][]).map(([value, label]) => ({ value, label })),
];

export function ImportDialog() {
  const draft = useStore((state) => state.importDraft);
  const jobs = useStore((state) => state.jobs);
  const busy = jobs.length > 0;
  if (!draft) return null;
  if (draft.report) {
    return (
      <Modal title={`Loaded ${draft.name}`} onClose={closeImport} foot={<Button look="primary" onPress={closeImport}>Done</Button>}>
        <ImportReportView report={draft.report} />
      </Modal>
    );
  }
  const { settled, fault } = trySettle(draft);
  const open = settled?.questions ?? [];
  return (
    <Modal
      title={`Import incidents: ${draft.name}`}
      onClose={closeImport}
      foot={
        <>
          {jobs.map((job) => (
            <span key={job.id} className="foot-text">
              {job.note || job.title} <progress value={job.fraction} aria-label={job.title} />
            </span>
          ))}
          {open.length > 0 && <span className="bad foot-text">{open.length === 1 ? "One question is" : `${open.length} questions are`} open.</span>}
          <Button onPress={closeImport}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={!settled || open.length > 0 || busy}
            onPress={() => void attempt(`Loading ${draft.name}`, finishImport)}
          >
            {busy ? "Working …" : "Load"}
          </Button>
        </>
      }
    >
      <div className="import">
        {fault && <div className="notice">{fault}</div>}
        {open.map((question) => <Question key={question.code} question={question} />)}
        <Choices draft={draft} settled={settled} />
        <Mapping draft={draft} settled={settled} />
      </div>
    </Modal>
  );
}

function trySettle(draft: ImportDraft): { settled: DraftSettings | null; fault: string | null } {
  try {
    return { settled: settle(draft), fault: null };
  } catch (error) {
    if (error instanceof InputError) return { settled: null, fault: error.message };
    throw error;
  }
}

function Question({ question: { code, text, choices } }: { readonly question: ImportQuestion }) {
  const answer = (choice: string): void => {
    if (code === "date-order") chooseImport({ dateOrder: choice as DateReading });
    else if (code === "crs") chooseImport({ crs: choice });
    else if (code === "inner") readAgain({ inner: choice });
    else if (code === "encoding") readAgain({ encoding: choice as Encoding });
    else if (code === "delimiter") readAgain({ delimiter: choice });
    else if (code === "header") readAgain({ headerRow: Number.parseInt(choice, 10) });
    else if (code === "swapped") swap(choices);
  };
  const buttons = code === "columns" || code === "repeated-header" ? [] : code === "swapped" ? choices.slice(0, 1) : choices;
  return (
    <div className="notice" role="group" aria-label="Open question">
      <p>{text}</p>
      <div className="actions">
        {buttons.map((choice) => (
          <Button key={choice} onPress={() => answer(choice)}>{code === "swapped" ? "Swap the two columns" : choice === "\t" ? "tab" : choice}</Button>
        ))}
        {code === "swapped" && <Button onPress={() => chooseImport({ crs: "EPSG:4326" })}>Keep them as they are</Button>}
      </div>
    </div>
  );
}

/** The choices of a "swapped" question read "column=role". */
function swap(choices: readonly string[]): void {
  const draft = useStore.getState().importDraft;
  const map = Object.fromEntries(choices.map((text) => [text.slice(0, text.lastIndexOf("=")), text.slice(text.lastIndexOf("=") + 1)]));
  chooseImport({ map: { ...draft?.choices.map, ...(map as Record<string, ColumnRole>) } });
}

function Choices({ draft, settled }: { readonly draft: ImportDraft; readonly settled: DraftSettings | null }) {
  const hasIncidents = useStore((state) => state.incidents !== null);
  const contextLayers = useStore((state) => state.contextLayers);
  const areas = useMemo(() => contextLayers.flatMap(studyAreaOf), [contextLayers]);
  const { preview, choices } = draft;
  const crs = settled?.settings.crs ?? "";
  const known = CRS_LIST.some(({ code }) => code === crs);
  return (
    <div className="two-columns">
      <div>
        <Choice
          label="Layout"
          value={choices.preset ?? preview.preset}
          options={PRESETS.map(({ id, label }) => ({ value: id, label }))}
          onChange={(preset) => chooseImport({ preset, map: {} })}
        />
        <Choice
          label="Coordinates"
          value={known ? crs : "other"}
          options={[...CRS_LIST.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })), { value: "other", label: "Another EPSG code …" }]}
          onChange={(code) => chooseImport({ crs: code === "other" ? "EPSG:" : code })}
        />
        {!known && <TextInput label="EPSG code" value={crs} onChange={(code) => chooseImport({ crs: code.trim().toUpperCase() })} placeholder="EPSG:2227" />}
      </div>
      <div>
        <Segments
          label="Repeated records"
          value={choices.duplicates ?? "keep"}
          options={[{ value: "keep", label: "Keep" }, { value: "drop", label: "Leave out" }]}
          onChange={(duplicates) => chooseImport({ duplicates })}
        />
        <Segments
          label="Points far away"
          value={choices.farAway ?? "keep"}
          options={[{ value: "keep", label: "Keep" }, { value: "drop", label: "Leave out" }]}
          onChange={(farAway) => chooseImport({ farAway })}
        />
        {areas.length > 0 && (
          <Choice
            label="Study area"
            value={areas.find(({ coordinates }) => coordinates === choices.studyArea)?.id ?? NO_AREA}
            options={[{ value: NO_AREA, label: "not checked" }, ...areas.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={(id) => chooseImport({ studyArea: areas.find((area) => area.id === id)?.coordinates ?? null })}
          />
        )}
        {choices.studyArea && (
          <Segments
            label="Outside it"
            value={choices.outside ?? "keep"}
            options={[{ value: "keep", label: "Keep" }, { value: "drop", label: "Leave out" }]}
            onChange={(outside) => chooseImport({ outside })}
          />
        )}
        {hasIncidents && (
          <Segments
            label="Incidents of the project"
            value={draft.mode}
            options={[{ value: "append", label: "Add to them" }, { value: "replace", label: "Take their place" }]}
            onChange={chooseMode}
          />
        )}
      </div>
    </div>
  );
}

const NO_AREA = "";

/** The polygons of a layer as one multipolygon, in degrees. */
function studyAreaOf({ id, name, data }: ContextLayer) {
  const coordinates = data.features.flatMap(({ geometry }) =>
    geometry?.type === "Polygon" ? [geometry.coordinates] : geometry?.type === "MultiPolygon" ? geometry.coordinates : [],
  );
  return coordinates.length > 0 ? [{ id, name, coordinates }] : [];
}

function Mapping({ draft, settled }: { readonly draft: ImportDraft; readonly settled: DraftSettings | null }) {
  const { preview, choices } = draft;
  const roles = new Map(settled?.settings.columns.map(({ index, role }) => [index, role]));
  return (
    <div className="scroll mapping">
      <table className="table preview">
        <thead>
          <tr>{preview.columns.map(({ index, name }) => <th key={index}>{name}</th>)}</tr>
          <tr>
            {preview.columns.map(({ index, name }) => (
              <th key={index}>
                <select
                  className="input"
                  aria-label={`Meaning of ${name}`}
                  value={roles.get(index) ?? "ignore"}
                  onChange={(event) => chooseImport({ map: { ...choices.map, [name]: event.target.value as ColumnRole | "ignore" } })}
                >
                  {ROLE_OPTIONS.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.records.map((row, i) => (
            <tr key={i}>{preview.columns.map(({ index }) => <td key={index} title={row[index]}>{row[index]}</td>)}</tr>
          ))}
        </tbody>
      </table>
      <p className="muted">First {count(preview.records.length)} records.</p>
    </div>
  );
}
