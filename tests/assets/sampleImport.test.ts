// The sample's incidents through the workbench's own import, with the mapping that its manifest gives.

import { openAsBlob, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import type { ColumnRole } from "../../core/incidents/columnRole.ts";
import { settingsFrom } from "../../core/incidents/draftSettings.ts";
import { runJob, type JobContext } from "../../core/job.ts";
import { jobs } from "../../core/jobs.ts";
import { nodeContext } from "../support/nodeContext.ts";

const folder = join(import.meta.dirname, "..", "..", "assets", "sample");
const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as {
  plane: unknown;
  incidents: { crs: string; columns: Record<string, ColumnRole> };
};

test("the import sets aside exactly the rows without a point, a date or a sound interval, and keeps the rest on the grid", async () => {
  const context: JobContext = nodeContext;
  const source = { kind: "text", file: await openAsBlob(join(folder, "incidents.csv.gz")) } as const;
  const preview = await runJob("previewIncidents", jobs.previewIncidents, { source, name: "incidents.csv.gz" }, context);
  const settings = settingsFrom(preview, { map: manifest.incidents.columns, crs: manifest.incidents.crs });
  const { table, report } = await runJob("importIncidents", jobs.importIncidents, {
    source, name: "incidents.csv.gz", settings: { ...settings, studyArea: null },
  }, context);

  expect(report.reasons.map(({ code }) => code).sort()).toEqual(
    ["no-coordinates", "no-date", "placeholder-coordinates", "reversed-interval"]);
  expect(report.loaded + report.setAside).toBe(report.records);
  expect(report.setAside).toBeLessThan(0.015 * report.records);
  expect(table.length).toBe(report.loaded);
  expect(table.plane).toEqual(manifest.plane);
  expect(table.precision).toBe("minute");
  expect(table.offences.length).toBe(29);
  expect(table.texts.map(({ name }) => name)).toEqual(["location", "district"]);
});
