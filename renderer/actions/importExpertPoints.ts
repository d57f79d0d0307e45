// Expert points from a CSV: one step of history, and what was set aside with line and reason.

import { create } from "zustand";
import { InputError } from "../../core/errors.ts";
import { readExpertCsv, type ExpertReport } from "../../core/forecast/expert/readExpertCsv.ts";
import { robustBounds } from "../../core/geo/robustBounds.ts";
import { addExpertPoints } from "../../core/plan/edits/addExpertPoints.ts";
import { showPanel } from "../frame/dockHandle.ts";
import { committedPlan, useStore } from "../store.ts";
import { commitEdit } from "./editPlan.ts";
import { say } from "./messages.ts";
import { zoomToSelection } from "./zoom.ts";

/** The report of the last import, until it is put away or another project is opened. */
export const useExpertImport = create<{ readonly shown: { readonly file: string; readonly report: ExpertReport } | null }>()(() => ({ shown: null }));

useStore.subscribe(({ project }, before) => {
  if (project?.id !== before.project?.id) useExpertImport.setState({ shown: null });
});

export async function importExpertPoints(file: File): Promise<void> {
  const text = await file.text();
  const state = useStore.getState();
  if (!state.plane) throw new InputError("Import incidents or a layer first: they say where on Earth the project is.");
  const { filtered, incidents } = state;
  const around = filtered && filtered.x.length > 0 ? filtered : incidents?.table;
  const { points, report } = readExpertCsv(text, {
    plane: state.plane,
    ...(around && around.x.length > 0 && { extent: robustBounds(around.x, around.y) }),
  });
  useExpertImport.setState({ shown: { file: file.name, report } });
  showPanel("expert");
  const sum = `${file.name}: ${report.rows} rows = ${report.points} expert points + ${report.setAside.length} set aside.`;
  if (points.length === 0) throw new InputError(`${sum} Nothing was added.`);
  const { added, ...edit } = addExpertPoints(committedPlan(useStore.getState()), points);
  commitEdit({ ...edit, label: `Import ${points.length} expert points from ${file.name}` });
  useStore.setState({ selection: added });
  say(report.setAside.length > 0 ? "warning" : "info", sum);
  zoomToSelection();
}
