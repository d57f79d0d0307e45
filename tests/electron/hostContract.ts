// The contract of core/host.ts as tests: run over the host itself and over each transport.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Host, StoredResult } from "../../core/host.ts";
import type { ImportReport } from "../../core/incidents/importReport.ts";
import type { PackedTable } from "../../core/incidents/packedTable.ts";

export interface HostUnderTest {
  readonly host: Host;
  done(): Promise<void>;
}

const WKB_POINT = new Uint8Array([1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 240, 191, 0, 0, 0, 0, 0, 128, 73, 64]); // -1, 51

/** `makeHost` gives a host over an empty projects folder. */
export function hostContractSuite(name: string, makeHost: () => Promise<HostUnderTest>): void {
  describe(`the host contract over ${name}`, () => {
    let under: HostUnderTest;
    let host: Host;
    let id: string;
    const reopen = async () => {
      await host.closeProject({ id });
      return host.openProject({ id });
    };

    beforeAll(async () => {
      under = await makeHost();
      host = under.host;
      id = (await host.createProject({ name: "Oxford" })).id;
    });
    afterAll(() => under.done());

    it("says who it is", async () => {
      const about = await host.about({});
      expect(about.version).toMatch(/^\d+\.\d+\.\d+/);
      expect(about.projectsFolder).not.toBe("");
    });

    it("opens a new project empty and writable", async () => {
      const opened = await host.openProject({ id });
      expect(opened).toMatchObject({
        readOnly: null, history: null, settings: null, hasIncidents: false, reports: [], results: [], layers: [], notices: [],
      });
      expect(opened.project).toMatchObject({ id, name: "Oxford", incidents: 0, hotspots: 0, sample: false });
    });

    it("lists projects with the newest first, and marks the sample", async () => {
      const sample = await host.createProject({ name: "Sample town", sample: true });
      expect(sample.sample).toBe(true);
      const list = await host.listProjects({});
      expect(list.map((project) => project.name)).toEqual(["Sample town", "Oxford"]);
      await host.deleteProject({ id: sample.id });
      expect(await host.listProjects({})).toHaveLength(1);
    });

    it("gives incidents back bit for bit after closing, across several chunks", async () => {
      const { table, reports } = incidents(150_001);
      await host.putIncidents({ id, table, reports });
      const opened = await reopen();
      expect(opened.hasIncidents).toBe(true);
      expect(opened.project.incidents).toBe(150_001);
      expect(opened.reports).toEqual(reports);
      const back = await host.getIncidents({ id });
      expect(back.length).toBe(table.length);
      expect(back.meta).toEqual(table.meta);
      expect(back.columns.map(({ name: column, width }) => ({ column, width }))).toEqual([
        { column: "x", width: 8 }, { column: "offence", width: 2 },
      ]);
      back.columns.forEach((column, i) => expect(Buffer.from(column.bytes).equals(table.columns[i].bytes)).toBe(true));
    });

    it("keeps the undo history through a restart, and drops what was undone when a new step is committed", async () => {
      await host.startHistory({ id, base: { hotspots: [1, 2] }, hotspots: 2 });
      expect((await host.listProjects({})).find((project) => project.id === id)?.hotspots).toBe(2);
      for (let position = 0; position < 4; position++) {
        await host.commitStep({ id, position, step: { label: `Move H${position}`, redo: [position], undo: null }, hotspots: position });
      }
      await host.moveHistory({ id, position: 2, hotspots: 1 });
      let { history, project } = await reopen();
      expect(history?.steps.map((step) => step.label)).toEqual(["Move H0", "Move H1", "Move H2", "Move H3"]);
      expect(history?.position).toBe(2);
      expect(project.hotspots).toBe(1);
      await host.commitStep({ id, position: 2, step: { label: "Rotate H1 by 14°", redo: { a: 0.1 }, undo: { a: -0.1 } }, hotspots: 7 });
      ({ history, project } = await reopen());
      expect(history).toEqual({
        base: { hotspots: [1, 2] },
        steps: [
          { label: "Move H0", redo: [0], undo: null },
          { label: "Move H1", redo: [1], undo: null },
          { label: "Rotate H1 by 14°", redo: { a: 0.1 }, undo: { a: -0.1 } },
        ],
        position: 3,
      });
      expect(project.hotspots).toBe(7);
      await expect(host.moveHistory({ id, position: 4, hotspots: 0 })).rejects.toThrow(/3 steps; position 4 does not exist/);
      // A second window that does not know of the last step must not drop it.
      const stale = { id, position: 2, step: { label: "Delete H1", redo: 1, undo: 2 }, hotspots: 0 };
      await expect(host.commitStep(stale)).rejects.toThrow(/another window has changed it. "Delete H1" was not saved; reload/);
    });

    it("keeps the view, and the person's own settings beside the projects", async () => {
      await host.putSettings({ id, settings: { zoom: 11.25, filters: ["BURGLARY"] } });
      expect((await reopen()).settings).toEqual({ zoom: 11.25, filters: ["BURGLARY"] });
      await host.putPreferences({ preferences: { theme: "dark" } });
      expect(await host.getPreferences({})).toEqual({ theme: "dark" });
    });

    it("keeps results with their typed arrays, and lists them without their bulk", async () => {
      const { value, request, ...summary } = RESULT;
      await host.putResult({ id, result: RESULT });
      expect((await reopen()).results).toEqual([summary]);
      const back = await host.getResult({ id, result: RESULT.id });
      expect(back).toEqual({ ...summary, value, request });
      expect((back.value as { values: unknown }).values).toBeInstanceOf(Float64Array);
      await host.deleteResult({ id, result: RESULT.id });
      expect((await host.openProject({ id })).results).toEqual([]);
      await expect(host.getResult({ id, result: RESULT.id })).rejects.toThrow(/no result "kde-1"/);
    });

    it("keeps layers", async () => {
      const layer = {
        id: "wards", name: "Wards",
        data: {
          type: "FeatureCollection" as const,
          features: [{ type: "Feature" as const, properties: { name: "Carfax" }, geometry: { type: "Point" as const, coordinates: [-1.25, 51.75] } }],
        },
      };
      await host.putLayer({ id, layer });
      expect((await reopen()).layers).toEqual([{ id: "wards", name: "Wards" }]);
      expect(await host.getLayer({ id, layer: "wards" })).toEqual(layer);
      await host.deleteLayer({ id, layer: "wards" });
      await expect(host.deleteLayer({ id, layer: "wards" })).rejects.toThrow(/no layer "wards"/);
    });

    it("makes a copy that is a project of its own, and renames without losing anything", async () => {
      const copy = await host.saveCopy({ id, name: "Oxford, before the trial" });
      expect(copy.id).not.toBe(id);
      expect(copy).toMatchObject({ name: "Oxford, before the trial", incidents: 150_001, hotspots: 7 });
      const renamed = await host.renameProject({ id, name: "Oxford 2026/27" });
      expect(renamed).toMatchObject({ id, name: "Oxford 2026/27", incidents: 150_001 });
      expect((await host.openProject({ id: copy.id })).history?.position).toBe(3);
      expect((await host.openProject({ id })).history?.position).toBe(3);
      await host.deleteProject({ id: copy.id });
      await expect(host.openProject({ id: copy.id })).rejects.toThrow(/no longer in the projects folder/);
    });

    it("keeps basemaps and reads pieces of them", async () => {
      const bytes = new Uint8Array(1000).map((_, i) => i);
      bytes.set(new TextEncoder().encode("PMTiles"));
      bytes[7] = 3;
      const basemap = await host.addBasemap({ name: "town.pmtiles", bytes });
      expect(await host.listBasemaps({})).toEqual([{ id: basemap.id, name: "town", bytes: 1000 }]);
      expect([...(await host.readBasemap({ id: basemap.id, offset: 10, length: 3 }))]).toEqual([10, 11, 12]);
      expect(await host.readBasemap({ id: basemap.id, offset: 990, length: 100 })).toHaveLength(10);
      await host.deleteBasemap({ id: basemap.id });
      expect(await host.listBasemaps({})).toEqual([]);
      await expect(host.addBasemap({ name: "x", bytes: new Uint8Array(200) })).rejects.toThrow(/not a PMTiles archive/);
    });

    it("writes a GeoPackage that it reads back the same", async () => {
      const content = {
        layers: [{
          name: "hotspots", title: "Hotspots", description: "", geometryType: "POINT" as const, srs: 4326, srsDefinition: "",
          columns: [{ name: "name", type: "TEXT" as const }, { name: "incidents", type: "INTEGER" as const }],
          geometries: [WKB_POINT, null], rows: [["H1", 7], ["H2", null]],
        }],
        tables: [{ name: "parameters", title: "Parameters", columns: [{ name: "buffer_m", type: "REAL" as const }], rows: [[75]] }],
      };
      const back = await host.readGeoPackage({ bytes: await host.writeGeoPackage({ content, id }) });
      expect(back.layers[0]).toMatchObject({ name: "hotspots", srs: 4326, columns: content.layers[0].columns, rows: content.layers[0].rows });
      expect(back.layers[0].geometries.map((wkb) => wkb && [...wkb])).toEqual([[...WKB_POINT], null]);
      expect(back.tables).toEqual(content.tables);
    });

    it("refuses what it does not take, and names it", async () => {
      const wrong = host as unknown as Record<string, (input: unknown) => Promise<unknown>>;
      await expect(wrong.openProject({ id: "../../etc/passwd" })).rejects.toThrow(/not an id that the host handed out/);
      await expect(wrong.createProject({ name: "x", path: "/tmp" })).rejects.toThrow(/path/);
      await expect(wrong.createProject({ name: "x".repeat(201) })).rejects.toThrow(/name/);
      await expect(wrong.moveHistory({ id, position: -1, hotspots: 0 })).rejects.toThrow(/position/);
      await expect(host.openProject({ id: "0".repeat(32) })).rejects.toThrow(/no longer in the projects folder/);
      const { table } = incidents(10);
      await expect(host.putIncidents({ id, table: { ...table, length: 11 }, reports: [] })).rejects.toThrow(/size does not fit/);
    });
  });
}

const RESULT: StoredResult = {
  id: "kde-1",
  job: "kernelDensity",
  title: "Burglary, h = 300 m",
  made: "2026-11-22T12:00:00Z",
  parameters: { bandwidthX: 300, kernel: "gaussian" },
  version: "0.1.0",
  value: { values: Float64Array.of(0.1, -0, 1e-300, 5), bound: 1e-6, names: ["a"] },
  request: { x: Float64Array.of(1, 2), counts: Uint32Array.of(4_294_967_295) },
};

/** Columns without a pattern, by a linear congruence, so that a misplaced chunk shows. */
export function incidents(length: number): { readonly table: PackedTable; readonly reports: readonly ImportReport[] } {
  const x = new Float64Array(length);
  const offence = new Uint16Array(length);
  let state = 12_345;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    x[i] = state / 7;
    offence[i] = state >>> 16;
  }
  const reports = [{ file: "a.csv", records: length, loaded: length, setAside: 0, leftOut: 0 } as ImportReport];
  return {
    reports,
    table: {
      length,
      meta: { offences: [{ category: "BURGLARY", name: "dwelling" }], precision: "minute" },
      columns: [
        { name: "x", width: 8, bytes: new Uint8Array(x.buffer) },
        { name: "offence", width: 2, bytes: new Uint8Array(offence.buffer) },
      ],
    },
  };
}
