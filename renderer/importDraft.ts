// The import that the person is setting up, until it is confirmed or given up.

import type { ImportChoices } from "../core/incidents/draftSettings.ts";
import type { ImportReport } from "../core/incidents/importReport.ts";
import type { IncidentSource } from "../core/incidents/incidentSource.ts";
import type { IncidentPreview } from "../core/incidents/previewIncidents.ts";
import type { Encoding } from "../core/incidents/readRecords.ts";

/** How the text is to be read, where the preview's own reading is not right. */
export interface Reading {
  readonly inner?: string;
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  readonly quotes?: "standard" | "text";
  readonly headerRow?: number;
}

/** The import that the person is setting up in the Import dialog. */
export interface ImportDraft {
  readonly name: string;
  readonly source: IncidentSource;
  readonly reading: Reading;
  readonly preview: IncidentPreview;
  readonly choices: ImportChoices;
  /** New incidents are added to those of the project, or take their place. */
  readonly mode: "replace" | "append";
  /** Set when it is done: the dialog then shows that it adds up. */
  readonly report: ImportReport | null;
}
