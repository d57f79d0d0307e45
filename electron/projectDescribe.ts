// What a window needs when it opens a project: the history, the view and the lists, and in words what of it is damaged.

import { InputError } from "../core/errors.ts";
import type { OpenedProject, ResultSummary } from "../core/host.ts";
import type { ImportReport } from "../core/incidents/importReport.ts";
import type { JsonValue } from "../core/json.ts";
import { firstBrokenAudit } from "./projectAudit.ts";
import { listDocuments, missingDocuments } from "./projectDocuments.ts";
import { summaryOf, type ProjectFile } from "./projectFile.ts";
import { readHistory } from "./projectHistory.ts";
import { readMeta } from "./projectMeta.ts";

/** Everything but the bulk; what is damaged is named. */
export function describeProject(file: ProjectFile): OpenedProject {
  const { db } = file;
  const notices = [...file.notices];
  const { history, damage } = readHistory(db);
  if (damage !== null) {
    notices.push(`${damage} The plan is shown as it was before that.`);
  }
  /** What the work gives; where that is damaged, a notice and the other. */
  const told = <T>(otherwise: T, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      notices.push(error.message);
      return otherwise;
    }
  };
  const json = <T>(key: "settings" | "reports", otherwise: T): T =>
    told(otherwise, () => {
      const text = readMeta(db, key);
      return text === null ? otherwise : (JSON.parse(text) as T);
    });
  const results = listDocuments<ResultSummary>(db, "result");
  const layers = listDocuments<{ id: string; name: string }>(db, "layer");
  notices.push(...results.damage, ...layers.damage);
  const listed = [results, layers].reduce((sum, { summaries, damage: hurt }) => sum + summaries.length + hurt.length, 0);
  const missing = told(null, () => missingDocuments(db, listed));
  if (missing !== null) notices.push(missing);
  const broken = firstBrokenAudit(db);
  if (broken !== null) notices.push(`The audit log is not as it was written, from entry ${broken} on.`);
  return {
    project: summaryOf(file),
    readOnly: file.readOnly ?? (damage === null ? null : "The plan's history is damaged. Open a copy of the project made earlier."),
    history,
    settings: json<JsonValue>("settings", null),
    // Damaged incidents are there: asking for them says what is wrong with them.
    hasIncidents: told(true, () => readMeta(db, "incident-table") !== null),
    reports: json<readonly ImportReport[]>("reports", []),
    results: results.summaries,
    layers: layers.summaries,
    notices,
  };
}
