// The harm table of the plan: loaded from the user's own file, one step of history.

import { readHarmTable } from "../../core/incidents/harm/readHarmTable.ts";
import { setHarmTable } from "../../core/plan/edits/setHarmTable.ts";
import { committedPlan, useStore } from "../store.ts";
import { commitEdit } from "./editPlan.ts";
import { say } from "./messages.ts";

export async function importHarmTable(file: File): Promise<void> {
  const { table, rows, setAside } = readHarmTable(await file.text(), file.name);
  commitEdit(setHarmTable(committedPlan(useStore.getState()), table));
  const [first] = setAside;
  say(
    first ? "warning" : "info",
    `${file.name}: ${rows} rows = ${table.weights.length} weights + ${setAside.length} set aside.` +
      (first ? ` The first, on line ${first.line}: ${first.reason}.` : ""),
  );
}

export function removeHarmTable(): void {
  commitEdit(setHarmTable(committedPlan(useStore.getState()), null));
}
