// The expert points of the plan: where they come from, which of them the shown forecast hears, and the last import's report.

import { IconUserPin } from "@tabler/icons-react";
import { speaksOf } from "../../core/forecast/expert/expertEvents.ts";
import { dayInWords, windowInWords } from "../../core/forecast/windowInWords.ts";
import { exportExpertPoints } from "../actions/exportExpertPoints.ts";
import { useExpertImport } from "../actions/importExpertPoints.ts";
import { attempt } from "../actions/messages.ts";
import { pickFile } from "../actions/openFile.ts";
import { zoomToFeature } from "../actions/zoom.ts";
import { committedPlan, useStore } from "../store.ts";
import { Button } from "../ui/Button.tsx";
import { count } from "../ui/format.ts";

const DAY = 86_400_000;

export function ExpertPointsSection() {
  const { expertPoints } = useStore(committedPlan);
  const hasPlane = useStore((state) => state.plane !== null);
  const block = useStore((state) => state.forecast?.block ?? null);
  const selection = useStore((state) => state.selection);
  const span = block && { start: block.from, days: (block.to - block.from) / DAY };
  const heard = span ? expertPoints.filter((point) => speaksOf(point, span)) : [];
  return (
    <>
      <div className="section">
        <h3>Expert points</h3>
        {expertPoints.length === 0 ? (
          <p className="muted">None yet. Where you expect crime that the past does not show, place a point: the forecast of its block counts it as an event.</p>
        ) : span && (
          <p className="muted">{count(heard.length)} of {count(expertPoints.length)} speak of the shown forecast's block, from {dayInWords(span.start)}.</p>
        )}
        <div className="actions">
          <Button isDisabled={!hasPlane} tip="Click on the map where you expect crime (I)" onPress={() => useStore.setState({ tool: "expert" })}>
            <IconUserPin size={14} /> Place
          </Button>
          <Button isDisabled={!hasPlane} tip="A CSV with lon and lat, date, from and to (hours), note, author" onPress={() => pickFile("expert")}>Import …</Button>
          <Button isDisabled={expertPoints.length === 0} tip="As the CSV that the import reads" onPress={() => void attempt("The export", exportExpertPoints)}>Export</Button>
        </div>
      </div>
      <ImportReport />
      {expertPoints.length > 0 && (
        <table className="table" aria-label="Expert points">
          <thead>
            <tr><th>Point</th><th>Window</th><th>Block from</th><th>Author</th></tr>
          </thead>
          <tbody>
            {expertPoints.map((point) => (
              <tr
                key={point.id}
                aria-selected={selection.includes(point.id)}
                onClick={(event) => select(point.id, event.shiftKey || event.ctrlKey)}
                onDoubleClick={() => zoomToFeature(point.id)}
              >
                <td>{point.name}</td>
                <td>{windowInWords(point.window)}</td>
                <td>{dayInWords(point.block)}{span && speaksOf(point, span) && <> <span className="chip good">heard</span></>}</td>
                <td>{point.author || "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** A click selects, with Shift or Ctrl it adds or takes away. */
const select = (id: string, add: boolean): void =>
  useStore.setState(({ selection }) => ({
    selection: !add ? [id] : selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id],
  }));

function ImportReport() {
  const shown = useExpertImport((state) => state.shown);
  if (!shown) return null;
  const { file, report: { rows, points, setAside } } = shown;
  return (
    <div className="section">
      <h3>Import of {file}</h3>
      <p aria-label="Sum of the expert points">{count(rows)} rows = {count(points)} points + {count(setAside.length)} set aside</p>
      {setAside.map(({ line, reason, raw }) => <div key={line} className="notice" title={raw}>Line {line}: {reason}.</div>)}
      <div className="actions"><Button onPress={() => useExpertImport.setState({ shown: null })}>Put away</Button></div>
    </div>
  );
}
