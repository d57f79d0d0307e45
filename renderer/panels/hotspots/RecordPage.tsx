// The record: what the document says on its cover, and every step of the design with what it gained.

import { useDeferredValue, useMemo, useState } from "react";
import { titleOf } from "../../../core/record/cover.ts";
import { gainOf } from "../../../core/record/changeInWords.ts";
import { designLog } from "../../../core/record/designLog.ts";
import { attempt } from "../../actions/messages.ts";
import { saveDocument, setCover } from "../../actions/recordDesign.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { CommitText } from "../../ui/CommitText.tsx";
import { signed } from "../../ui/format.ts";
import { CoverFields } from "../CoverFields.tsx";
import { LogList } from "./LogList.tsx";

const ALL = "";

export function RecordPage() {
  const cover = useStore((state) => state.cover);
  const project = useStore((state) => state.project);
  const hasIncidents = useStore((state) => state.filtered !== null);
  return (
    <>
      <div className="section">
        <h3>Document</h3>
        <CommitText label="Title" value={titleOf(cover, project?.name ?? "")} onCommit={(title) => setCover({ title })} />
        <CoverFields />
        <div className="actions">
          <Button look="primary" isDisabled={!hasIncidents} onPress={() => void attempt("The document", saveDocument)}>Save the document</Button>
        </div>
        <p className="muted">
          Data, filter, methods, exclusions, the log, and a sheet for each hotspot with its map, as one HTML file that needs no network. Open it in a
          browser and print it, or print it to PDF. The maps show the layers that are switched on.
        </p>
      </div>
      <DesignLog />
    </>
  );
}

function DesignLog() {
  // Hundreds of steps are told in a task of their own, after the page has turned.
  const history = useDeferredValue(useStore((state) => state.history));
  const index = useDeferredValue(useStore((state) => state.filtered?.index ?? null));
  const [of, setOf] = useState(ALL);
  const log = useMemo(() => designLog(history.entries.slice(0, history.position + 1), index), [history, index]);
  const { plan } = history.entries[history.position];
  const placed = [...plan.hotspots, ...plan.patrolAreas].filter(({ id }) => log.some(({ changes }) => changes.some((change) => change.id === id)));
  const shown = placed.some(({ id }) => id === of) ? log.filter(({ changes }) => changes.some(({ id }) => id === of)) : log;
  const gained = shown.reduce((sum, entry) => sum + (gainOf(entry) ?? 0), 0);
  return (
    <div className="section">
      <h3>Design log</h3>
      {log.length === 0 ? (
        <p className="muted">No step yet. Every change of the plan is told here, with what it gained and what it did to the spacing.</p>
      ) : (
        <>
          <Choice
            label="Steps of"
            value={placed.some(({ id }) => id === of) ? of : ALL}
            options={[{ value: ALL, label: "everything" }, ...placed.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={setOf}
          />
          <p className="muted">
            {shown.length} {shown.length === 1 ? "step" : "steps"}; moving, turning and reshaping changed the incidents inside by {signed(gained, 0)}. Counted
            under the present filter.
          </p>
          <LogList entries={shown.toReversed()} />
        </>
      )}
    </div>
  );
}
