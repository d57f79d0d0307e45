// Loading incidents: preview, mapping, import, report.

/** The import that the person is setting up in the Import dialog. */
export interface ImportDraft {
  readonly file: File;
}
