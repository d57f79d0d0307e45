// The sample project: the invented town that ships with the workbench, loaded through the same import as any other file.

import type { FeatureCollection } from "geojson";
import type { manifest as Manifest } from "../../assets/sample/manifest.ts";
import { settingsFrom } from "../../core/incidents/draftSettings.ts";
import type { ColumnRole } from "../../core/incidents/columnRole.ts";
import { packTable } from "../../core/incidents/packedTable.ts";
import { planFromJson, planToJson } from "../../core/plan/storeHistory.ts";
import type { JsonValue } from "../../core/json.ts";
import { useStore } from "../store.ts";
import { createProject, openProject } from "./project.ts";
import { theHost } from "./theHost.ts";
import { runJob, withProgress } from "./runJob.ts";
import { zoomToIncidents } from "./zoom.ts";

const FILES = import.meta.glob<string>("../../assets/sample/*.{geojson,json,gz}", { query: "?url", import: "default", eager: true });

/** Shown at first, in these colours; the others are in the tree, hidden. */
const SHOWN: Readonly<Record<string, string>> = { "Study area": "#7a7f88", River: "#5b9bd5", Parks: "#6aa76f", Streets: "#9aa1ab" };

/** Opens the sample where it was made before, otherwise makes it. */
export async function openSample(): Promise<void> {
  const made = useStore.getState().recent.find(({ sample, problem }) => sample && !problem);
  if (made) return openProject(made.id);
  const manifest = (await (await fetch(address("manifest.json"))).json()) as typeof Manifest;
  const { id } = await createProject(manifest.name, true);
  await withProgress("Loading the sample", () => fill(id, manifest));
  await openProject(id);
  zoomToIncidents();
  useStore.setState(({ layers }) => ({
    layers: layers.map((layer) => (layer.kind === "context" ? { ...layer, visible: layer.name in SHOWN, colour: SHOWN[layer.name] } : layer)),
  }));
}

async function fill(id: string, manifest: typeof Manifest): Promise<void> {
  const host = theHost();
  let layer = 0;
  for (const { file, kind, title } of manifest.files) {
    if (kind === "incidents") {
      const blob = await (await fetch(address(file))).blob();
      const source = { kind: "text", file: blob } as const;
      const preview = await runJob(`Looking at ${file}`, "previewIncidents", { source, name: file });
      const settings = settingsFrom(preview, { map: manifest.incidents.columns satisfies Record<string, ColumnRole>, crs: manifest.incidents.crs });
      const { table, report } = await runJob(`Loading ${file}`, "importIncidents", {
        source, name: title, settings,
      });
      await host.putIncidents({ id, table: packTable(table), reports: [report] });
    } else if (kind === "layer") {
      const data = (await (await fetch(address(file))).json()) as FeatureCollection;
      await host.putLayer({ id, layer: { id: `layer-${++layer}`, name: title, data } });
    } else if (kind === "plan") {
      const plan = planFromJson((await (await fetch(address(file))).json()) as JsonValue);
      await host.startHistory({ id, base: planToJson(plan), hotspots: plan.hotspots.length });
    }
  }
}

function address(file: string): string {
  const found = FILES[`../../assets/sample/${file}`];
  if (!found) throw new Error(`The sample file ${file} is not in this build`);
  return found;
}
