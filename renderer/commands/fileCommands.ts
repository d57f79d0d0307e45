// Projects, imports, exports.

import { IconDeviceFloppy, IconFileExport, IconFileImport, IconFolderOpen, IconMapPlus, IconTable } from "@tabler/icons-react";
import { pickFile } from "../actions/openFile.ts";
import { openSample } from "../actions/sample.ts";
import { useStore } from "../store.ts";
import type { Command } from "./command.ts";
import { all, needsPlan, needsPlane, needsProject } from "./unavailable.ts";

export const fileCommands: readonly Command[] = [
  {
    id: "file.projects",
    title: "Projects …",
    hint: "Open, create or delete a project",
    menu: "File",
    section: 0,
    icon: IconFolderOpen,
    toolbar: "file",
    keys: ["Ctrl+O"],
    run: () => useStore.setState({ dialog: "projects" }),
  },
  {
    id: "file.sample",
    title: "Open the sample project",
    hint: "An invented town with three years of invented incidents",
    menu: "File",
    section: 0,
    run: openSample,
  },
  {
    id: "file.copy",
    title: "Save a copy …",
    hint: "Every change is saved at once; this makes a second project",
    menu: "File",
    section: 0,
    icon: IconDeviceFloppy,
    keys: ["Ctrl+Shift+S"],
    unavailable: needsProject,
    run: () => useStore.setState({ dialog: "save-copy" }),
  },
  {
    id: "file.import-incidents",
    title: "Import incidents …",
    hint: "CSV, TSV (also gzip or zip), GeoJSON, GeoPackage, Shapefile (zip), KML",
    menu: "File",
    section: 1,
    icon: IconFileImport,
    toolbar: "file",
    keys: ["Ctrl+I"],
    unavailable: needsProject,
    run: () => pickFile("incidents"),
  },
  {
    id: "file.import-layer",
    title: "Add a layer …",
    hint: "Boundaries, schools, roads: GeoJSON, GeoPackage, Shapefile (zip), KML",
    menu: "File",
    section: 1,
    icon: IconMapPlus,
    toolbar: "file",
    unavailable: needsProject,
    run: () => pickFile("layer"),
  },
  {
    id: "file.import-plan",
    title: "Import hotspots and patrol areas …",
    hint: "Shapes exported from Hexbeat or drawn elsewhere",
    menu: "File",
    section: 1,
    unavailable: all(needsProject, needsPlane),
    run: () => pickFile("plan"),
  },
  {
    id: "file.basemap",
    title: "Add a basemap file …",
    hint: "A PMTiles file: the map works with no network",
    menu: "File",
    section: 1,
    run: () => pickFile("basemap"),
  },
  {
    id: "file.export",
    title: "Export hotspots and patrol areas …",
    hint: "GeoPackage, GeoJSON, CSV or KML",
    menu: "File",
    section: 2,
    icon: IconFileExport,
    toolbar: "file",
    keys: ["Ctrl+E"],
    unavailable: all(needsProject, needsPlan),
    run: () => useStore.setState({ dialog: "export" }),
  },
  {
    id: "file.results",
    title: "Results and how they were made …",
    hint: "Every analysis with the parameters actually used",
    menu: "File",
    section: 2,
    icon: IconTable,
    unavailable: needsProject,
    run: () => useStore.setState({ dialog: "job-log" }),
  },
];
