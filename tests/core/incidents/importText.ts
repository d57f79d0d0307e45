// Imports a piece of text the way the workbench does: preview, choices, settings, import.

import { draftSettings, settingsFrom, type ImportChoices, type ImportQuestion } from "../../../core/incidents/draftSettings.ts";
import { importIncidents, type ImportedIncidents } from "../../../core/incidents/importIncidents.ts";
import type { IncidentSource } from "../../../core/incidents/incidentSource.ts";
import { previewIncidents, type IncidentPreview } from "../../../core/incidents/previewIncidents.ts";
import type { Encoding } from "../../../core/incidents/readRecords.ts";
import { runJob, type JobContext } from "../../../core/job.ts";
import { nodeContext } from "../../support/nodeContext.ts";

export interface Reading {
  readonly inner?: string;
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  readonly quotes?: "standard" | "text";
  readonly headerRow?: number;
}

export const context: JobContext = nodeContext;

export const textSource = (content: string | Uint8Array<ArrayBuffer>): IncidentSource => ({ kind: "text", file: new Blob([content]) });

export const previewSource = (source: IncidentSource, reading: Reading = {}, name = "test.csv"): Promise<IncidentPreview> =>
  runJob("previewIncidents", previewIncidents, { source, name, ...reading }, context);

export async function importFrom(source: IncidentSource, choices: ImportChoices = {}, reading: Reading = {}, name = "test.csv"): Promise<ImportedIncidents> {
  const preview = await previewSource(source, reading, name);
  return runJob("importIncidents", importIncidents, { source, name, settings: settingsFrom(preview, choices) }, context);
}

export const importText = (content: string | Uint8Array<ArrayBuffer>, choices?: ImportChoices, reading?: Reading): Promise<ImportedIncidents> =>
  importFrom(textSource(content), choices, reading);

export const questionsOf = async (content: string | Uint8Array<ArrayBuffer>, choices?: ImportChoices, reading?: Reading): Promise<readonly ImportQuestion[]> =>
  draftSettings(await previewSource(textSource(content), reading), choices).questions;

/** Counts by reason code. */
export const reasonsOf = ({ report }: ImportedIncidents): Record<string, number> =>
  Object.fromEntries([...report.reasons, ...report.leftOutReasons].map(({ code, count }) => [code, count]));

export const noticesOf = ({ report }: ImportedIncidents): Record<string, number> =>
  Object.fromEntries(report.notices.map(({ code, count }) => [code, count]));
