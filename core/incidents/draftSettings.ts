// From a preview and the person's choices to import settings, and the questions that are still open.

import { InputError } from "../errors.ts";
import type { Plane } from "../geo/plane.ts";
import { COLUMN_ROLES, headerKey, isColumnRole, isSingle, type ColumnRole } from "./columnRole.ts";
import type { ImportSettings, MappedColumn } from "./importSettings.ts";
import { FEATURE_X, FEATURE_Y } from "./incidentSource.ts";
import { parseGridReference, parsePoint } from "./parsePoint.ts";
import type { DateReading } from "./parseTime.ts";
import { presetById, PRESETS, type Preset } from "./presets.ts";
import type { IncidentPreview, PreviewColumn } from "./previewIncidents.ts";
import { suggestCrs, type LonLatBox } from "./suggestCrs.ts";
import { suggestRoles } from "./suggestRoles.ts";

export interface ImportChoices {
  readonly preset?: string;
  /** Column name → role, or "ignore"; what is not named keeps the preset's suggestion. */
  readonly map?: { readonly [column: string]: ColumnRole | "ignore" };
  readonly crs?: string;
  readonly dateOrder?: DateReading;
  readonly duplicates?: "keep" | "drop";
  readonly farAway?: "keep" | "drop";
  readonly studyArea?: ImportSettings["studyArea"];
  readonly outside?: "keep" | "drop";
  readonly plane?: Plane | null;
  /** Where the project's data lie, to notice coordinates that are the other way round. */
  readonly expected?: LonLatBox | null;
}

/** Something that only the person can say; the import waits for it. */
export interface ImportQuestion {
  readonly code: "columns" | "inner" | "encoding" | "delimiter" | "header" | "repeated-header" | "date-order" | "crs" | "swapped";
  readonly text: string;
  /** Answers that make sense, the likeliest first. */
  readonly choices: readonly string[];
  /** What settles it on the command line. */
  readonly flag: string;
}

export interface DraftSettings {
  /** Complete except where a question is open. */
  readonly settings: ImportSettings;
  readonly questions: readonly ImportQuestion[];
}

/** @throws InputError for a preset, column or role that does not exist. */
export function draftSettings(preview: IncidentPreview, choices: ImportChoices = {}): DraftSettings {
  const preset = presetById(choices.preset ?? preview.preset);
  if (!preset) throw new InputError(`There is no preset "${choices.preset}". Choose one of: ${PRESETS.map((p) => p.id).join(", ")}.`);
  const roles = mapRoles(preview, preset, choices.map ?? {});
  const columns: MappedColumn[] = preview.columns.flatMap(({ index, name }) => (roles[index] ? [{ index, name, role: roles[index] }] : []));
  const columnOf = (role: ColumnRole): PreviewColumn | undefined => preview.columns[roles.indexOf(role)];

  const questions: ImportQuestion[] = [...readingQuestions(preview), ...columnQuestions(preview, roles)];
  const [x, y, start] = [columnOf("x"), columnOf("y"), columnOf("start")];
  const crs = x && y ? settleCrs(preview, preset, x, y, choices, questions) : settlePointCrs(columnOf("point"), choices, questions);
  const dateOrder = start ? settleDates(preset, start, choices, questions) : roles.includes("year") ? "year-first" : null;
  return {
    settings: {
      preset: preset.id,
      inner: preview.inner,
      encoding: preview.encoding,
      delimiter: preview.delimiter,
      quotes: preview.quotes,
      decimalComma: !!(x?.decimalComma || y?.decimalComma),
      headerRow: preview.headerRow,
      columns,
      dateOrder,
      crs,
      duplicates: choices.duplicates ?? "keep",
      farAway: choices.farAway ?? "keep",
      studyArea: choices.studyArea ?? null,
      outside: choices.outside ?? "keep",
      plane: choices.plane ?? null,
    },
    questions,
  };
}

/** @throws InputError that says everything that is still open and which flag settles it. */
export function settingsFrom(preview: IncidentPreview, choices: ImportChoices = {}): ImportSettings {
  const { settings, questions } = draftSettings(preview, choices);
  if (questions.length === 0) return settings;
  throw new InputError(`"${preview.file}" cannot be imported yet. ${questions.map(({ text, flag }) => `${text} (${flag})`).join(" ")}`);
}

function mapRoles(preview: IncidentPreview, preset: Preset, map: NonNullable<ImportChoices["map"]>): (ColumnRole | null)[] {
  const roles = suggestRoles(preview.columns.map((column) => column.name), preset);
  for (const { index, name } of preview.columns) {
    if (preview.kind === "features") roles[index] = name === FEATURE_X ? "x" : name === FEATURE_Y ? "y" : notCoordinate(roles[index]);
  }
  for (const [wanted, role] of Object.entries(map)) {
    const column =
      preview.columns.find(({ name }) => name === wanted) ??
      preview.columns.find(({ name }) => headerKey(name) === headerKey(wanted));
    if (!column) throw new InputError(`There is no column "${wanted}". The file has: ${preview.columns.map(({ name }) => name).join(", ")}.`);
    if (role !== "ignore" && !isColumnRole(role)) {
      throw new InputError(`"${String(role)}" is no role of a column. Use one of: ${Object.keys(COLUMN_ROLES).join(", ")}, ignore.`);
    }
    if (role !== "ignore" && isSingle(role)) {
      const holder = roles.indexOf(role);
      if (holder >= 0) roles[holder] = null;
    }
    roles[column.index] = role === "ignore" ? null : role;
  }
  return roles;
}

const notCoordinate = (role: ColumnRole | null): ColumnRole | null => (role === "x" || role === "y" ? null : role);

function readingQuestions(preview: IncidentPreview): ImportQuestion[] {
  const questions: ImportQuestion[] = [];
  const ask = (code: ImportQuestion["code"], text: string, choices: readonly string[], flag: string): void => {
    questions.push({ code, text, choices, flag });
  };
  if (!preview.innerChosen) {
    ask("inner", `The zip holds ${preview.innerNames.length} tables: ${preview.innerNames.join(", ")}. Choose one.`, preview.innerNames, "--inner NAME");
  }
  if (!preview.encodingCertain) {
    ask("encoding", `The text is not UTF-8; it reads as ${preview.encoding}. Confirm the encoding.`, [preview.encoding, "utf-8"], `--encoding ${preview.encoding}`);
  }
  if (!preview.delimiterFound) {
    ask("delimiter", "No separator was found: every line is one column.", [",", ";", "\t", "|"], "--delimiter CHARACTER");
  }
  if (!preview.headerCertain) {
    ask("header", `Lines stand before the header, which seems to be record ${preview.headerRow + 1}. Confirm it.`, [`${preview.headerRow}`], `--header-row ${preview.headerRow}`);
  }
  return questions;
}

function columnQuestions(preview: IncidentPreview, roles: readonly (ColumnRole | null)[]): ImportQuestion[] {
  const names = preview.columns.map(({ name }) => name);
  const missing = roles.includes("point") ? [] : (["x", "y"] as const).filter((role) => !roles.includes(role));
  if (missing.length === 0) return [];
  const wanted = missing.map((role) => COLUMN_ROLES[role].toLowerCase()).join(" and ");
  const flag = missing.map((role) => `--map COLUMN=${role}`).join(" ");
  const repeated = preview.columns.filter((column) => column.repeated).map(({ name }) => `"${name}"`);
  if (repeated.length > 0) {
    return [{ code: "repeated-header", text: `The same header stands more than once (${repeated.join(", ")}). Say which column is the ${wanted}.`, choices: names, flag }];
  }
  return [{ code: "columns", text: `Say which column is the ${wanted}. The file has: ${names.join(", ")}.`, choices: names, flag }];
}

function settleCrs(
  preview: IncidentPreview,
  preset: Preset,
  x: PreviewColumn,
  y: PreviewColumn,
  choices: ImportChoices,
  questions: ImportQuestion[],
): string {
  if (choices.crs !== undefined) return choices.crs;
  if (preview.kind === "features") return "EPSG:4326";
  const expected = choices.expected ?? (preset.id === "police.uk" ? { west: -9, south: 49, east: 2.5, north: 61.5 } : null);
  const found = suggestCrs(x, y, expected);
  if (found.swapped) {
    questions.push({
      code: "swapped",
      text: `"${x.name}" and "${y.name}" seem to be the other way round. ${found.text}.`,
      choices: [`${y.name}=x`, `${x.name}=y`],
      flag: `--map "${y.name}=x" --map "${x.name}=y", or --crs EPSG:4326 to keep them as they are`,
    });
  }
  if (found.crs === null) {
    questions.push({
      code: "crs",
      text: `Say which coordinate system "${x.name}" and "${y.name}" are in. ${found.text}.`,
      choices: found.likely,
      flag: `--crs ${found.likely[0] ?? "EPSG:n"}${found.likely[0]?.length === 8 ? "nn" : ""}`,
    });
  }
  return found.crs ?? "";
}

/** A whole point in one column: degrees or a grid reference show themselves, metres do not. */
function settlePointCrs(column: PreviewColumn | undefined, choices: ImportChoices, questions: ImportQuestion[]): string {
  if (choices.crs !== undefined || !column) return choices.crs ?? "EPSG:4326";
  if (parseGridReference(column.example)) return "EPSG:27700";
  const point = parsePoint(column.example, true);
  if (point && Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 90) return "EPSG:4326";
  questions.push({ code: "crs", text: `Say which coordinate system "${column.name}" is in (for example "${column.example}").`, choices: [], flag: "--crs EPSG:n" });
  return "";
}

/** A documented preset says the order; the dates themselves may prove it; otherwise the person is asked. */
function settleDates(preset: Preset, start: PreviewColumn, choices: ImportChoices, questions: ImportQuestion[]): DateReading {
  if (choices.dateOrder !== undefined) return choices.dateOrder;
  const { readings } = start;
  const documented = readings.find(({ reading }) => reading === preset.dates);
  if (documented) return documented.reading;
  const proven = readings.length === 1 && !/serial|epoch/.test(readings[0].reading);
  if (proven) return readings[0].reading;
  if (readings.length === 0) {
    questions.push({
      code: "date-order",
      text: `"${start.name}" does not read as dates (for example "${start.example}"). Choose another column.`,
      choices: [],
      flag: "--map COLUMN=start",
    });
    return "year-first";
  }
  const shown = readings.map(({ reading, as }) => `${as} (${reading})`).join(" or ");
  questions.push({
    code: "date-order",
    text: `"${start.example}" in "${start.name}" can be ${shown}: choose.`,
    choices: readings.map(({ reading }) => reading),
    flag: readings.map(({ reading }) => `--date-order ${reading}`).join(" or "),
  });
  return readings[0].reading;
}
