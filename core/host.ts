// The Host: everything that needs files or SQLite, behind one small contract with two transports.
// No SQL and no path crosses it: projects and basemaps are named by opaque ids that the host hands out.

import type { PackedTable } from "./incidents/packedTable.ts";
import type { ImportReport } from "./incidents/importReport.ts";
import type { FeatureCollection } from "geojson";
import type { GeoPackageContent } from "./formats/geoPackageContent.ts";
import type { JsonValue } from "./json.ts";

export interface About {
  readonly version: string;
  readonly shell: "electron" | "web";
  /** The folder in which projects lie, for people to read; never sent back to the host. */
  readonly projectsFolder: string;
}

export interface ProjectSummary {
  readonly id: string;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly modified: string;
  readonly incidents: number;
  readonly hotspots: number;
  readonly bytes: number;
  /** True for the invented town that ships with the workbench. */
  readonly sample: boolean;
  /** Why the file cannot be opened ("The file is cut off: 1.2 of 2.8 MB"); absent where it can. */
  readonly problem?: string;
}

/** One step of the plan's history: JSON deltas made by core/plan/delta.ts; the host only keeps them. */
export interface PlanStep {
  readonly label: string;
  readonly redo: JsonValue;
  readonly undo: JsonValue;
}

export interface StoredHistory {
  /** The plan at position 0. */
  readonly base: JsonValue;
  readonly steps: readonly PlanStep[];
  /** How many of the steps are in force. */
  readonly position: number;
}

export interface ResultSummary {
  readonly id: string;
  readonly job: string;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly made: string;
  /** The parameters actually used, without bulk data: what panels and `hexbeat replay` show. */
  readonly parameters: JsonValue;
  readonly version: string;
}

/** `value` holds numbers, strings, arrays, objects and typed arrays: what core/wire.ts can carry. */
export interface StoredResult extends ResultSummary {
  readonly value: unknown;
  /** The complete request, typed arrays included, for `hexbeat replay`. */
  readonly request: unknown;
}

export interface StoredLayer {
  readonly id: string;
  readonly name: string;
  /** Lon/lat, WGS 84. */
  readonly data: FeatureCollection;
}

export interface OpenedProject {
  readonly project: ProjectSummary;
  /** Why it cannot be written ("another window has it open"), or null. */
  readonly readOnly: string | null;
  readonly history: StoredHistory | null;
  readonly settings: JsonValue | null;
  readonly hasIncidents: boolean;
  readonly reports: readonly ImportReport[];
  readonly results: readonly ResultSummary[];
  readonly layers: readonly { readonly id: string; readonly name: string }[];
  /** What the user should know: "Recovered your work up to 14:03." */
  readonly notices: readonly string[];
}

export interface BasemapSummary {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** Every method is asynchronous, takes one object and answers one value. */
export interface Host {
  about(input: Record<string, never>): Promise<About>;

  listProjects(input: Record<string, never>): Promise<readonly ProjectSummary[]>;
  /** An empty project; `sample` marks it as the invented town, which the caller then fills. */
  createProject(input: { name: string; sample?: boolean }): Promise<ProjectSummary>;
  /** Opening twice is the same open project. */
  openProject(input: { id: string }): Promise<OpenedProject>;
  /** Leaves one file at rest. A method called on a closed project opens it again. */
  closeProject(input: { id: string }): Promise<null>;
  renameProject(input: { id: string; name: string }): Promise<ProjectSummary>;
  /** A consistent copy of the open project under another name. */
  saveCopy(input: { id: string; name: string }): Promise<ProjectSummary>;
  deleteProject(input: { id: string }): Promise<null>;

  putIncidents(input: { id: string; table: PackedTable; reports: readonly ImportReport[] }): Promise<null>;
  getIncidents(input: { id: string }): Promise<PackedTable>;

  /** `hotspots`: how many the base holds, for the list of projects; 0 where not given. */
  startHistory(input: { id: string; base: JsonValue; hotspots?: number }): Promise<null>;
  /** Drops the steps after `position`, which must be the one in force, appends this one, and puts it in force: one transaction. */
  commitStep(input: { id: string; position: number; step: PlanStep; hotspots: number }): Promise<null>;
  moveHistory(input: { id: string; position: number; hotspots: number }): Promise<null>;

  putSettings(input: { id: string; settings: JsonValue }): Promise<null>;

  /** The person's own settings (theme, layout, last project): they outlast projects and ports. */
  getPreferences(input: Record<string, never>): Promise<JsonValue>;
  putPreferences(input: { preferences: JsonValue }): Promise<null>;

  putResult(input: { id: string; result: StoredResult }): Promise<null>;
  getResult(input: { id: string; result: string }): Promise<StoredResult>;
  deleteResult(input: { id: string; result: string }): Promise<null>;

  putLayer(input: { id: string; layer: StoredLayer }): Promise<null>;
  getLayer(input: { id: string; layer: string }): Promise<StoredLayer>;
  deleteLayer(input: { id: string; layer: string }): Promise<null>;

  listBasemaps(input: Record<string, never>): Promise<readonly BasemapSummary[]>;
  /** Keeps a copy of a PMTiles file beside the projects. */
  addBasemap(input: { name: string; bytes: Uint8Array }): Promise<BasemapSummary>;
  readBasemap(input: { id: string; offset: number; length: number }): Promise<Uint8Array>;
  deleteBasemap(input: { id: string }): Promise<null>;

  readGeoPackage(input: { bytes: Uint8Array }): Promise<GeoPackageContent>;
  /** `id` names the open project whose data it is, for that project's audit log. */
  writeGeoPackage(input: { content: GeoPackageContent; id?: string }): Promise<Uint8Array>;

  /**
   * Electron asks where and writes (temporary file, fsync, rename); the web host answers "download", and the
   * browser saves it. "cancelled" if the person thought better of it. `id`: as in writeGeoPackage.
   */
  saveFile(input: { name: string; bytes: Uint8Array; id?: string }): Promise<"saved" | "cancelled" | "download">;
}

export type HostMethod = keyof Host;

/** DPA 2018 s.62: what kind of act a method is, for the audit log. null: it touches no personal data. */
export type AuditClass = "collection" | "alteration" | "consultation" | "disclosure" | "combination" | "erasure" | null;

/** The run-time list of the contract; both transports refuse every other name. */
export const HOST_METHODS: { readonly [Method in HostMethod]: { readonly audit: AuditClass } } = {
  about: { audit: null },
  listProjects: { audit: null },
  createProject: { audit: null },
  openProject: { audit: "consultation" },
  closeProject: { audit: null },
  renameProject: { audit: "alteration" },
  saveCopy: { audit: "disclosure" },
  deleteProject: { audit: "erasure" },
  putIncidents: { audit: "collection" },
  getIncidents: { audit: "consultation" },
  startHistory: { audit: "alteration" },
  commitStep: { audit: "alteration" },
  moveHistory: { audit: "alteration" },
  putSettings: { audit: null },
  getPreferences: { audit: null },
  putPreferences: { audit: null },
  putResult: { audit: "combination" },
  getResult: { audit: "consultation" },
  deleteResult: { audit: "erasure" },
  putLayer: { audit: "collection" },
  getLayer: { audit: "consultation" },
  deleteLayer: { audit: "erasure" },
  listBasemaps: { audit: null },
  addBasemap: { audit: null },
  readBasemap: { audit: null },
  deleteBasemap: { audit: null },
  readGeoPackage: { audit: null },
  writeGeoPackage: { audit: "disclosure" },
  saveFile: { audit: "disclosure" },
};

/** What crosses either transport: error classes do not survive IPC or HTTP, so a failure is data. */
export type HostReply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly input: boolean; readonly message: string };
