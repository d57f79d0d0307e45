// A design's log and record as tables, to go with the hotspot set: one row a change, one row a fact.

import type { GeoPackageColumn, GeoPackageContent } from "../formats/geoPackageContent.ts";
import { describePlane } from "../geo/plane.ts";
import { count } from "../inWords.ts";
import { titleOf } from "./cover.ts";
import type { DesignRecord } from "./designRecord.ts";
import { ORIGIN_IN_WORDS } from "./stepOrigin.ts";

export type DesignTable = GeoPackageContent["tables"][number];

const LOG: readonly GeoPackageColumn[] = [
  { name: "step", type: "INTEGER" },
  { name: "label", type: "TEXT" },
  { name: "origin", type: "TEXT" },
  { name: "id", type: "TEXT" },
  { name: "name", type: "TEXT" },
  { name: "kind", type: "TEXT" },
  { name: "change", type: "TEXT" },
  { name: "moved_m", type: "REAL" },
  { name: "bearing_degrees", type: "REAL" },
  { name: "turned_degrees", type: "REAL" },
  { name: "area_before_m2", type: "REAL" },
  { name: "area_after_m2", type: "REAL" },
  { name: "incidents_before", type: "INTEGER" },
  { name: "incidents_after", type: "INTEGER" },
  { name: "spacing_resolved", type: "TEXT" },
  { name: "spacing_violated", type: "TEXT" },
];

const RECORD: readonly GeoPackageColumn[] = [{ name: "section", type: "TEXT" }, { name: "item", type: "TEXT" }, { name: "value", type: "TEXT" }];

/** `design_log` and `design_record`; turns are degrees clockwise, what a step did to the spacing stands in its first row. */
export const designTables = (record: DesignRecord): readonly DesignTable[] => [
  { name: "design_log", title: "Design log", columns: LOG, rows: logRows(record) },
  { name: "design_record", title: "Design record", columns: RECORD, rows: recordRows(record) },
];

const logRows = ({ log }: DesignRecord): DesignTable["rows"] =>
  log.flatMap(({ step, label, origin, changes, resolved, appeared }) =>
    changes.map((change, i) => [
      step, label, ORIGIN_IN_WORDS[origin], change.id, change.name, change.kind, change.what,
      rounded(change.moved, 3), rounded(change.bearing, 2), rounded(change.turned, 3),
      rounded(change.area?.before, 1), rounded(change.area?.after, 1), change.incidents?.before ?? null, change.incidents?.after ?? null,
      ...(i === 0 ? [resolved.map(({ words }) => words).join("; "), appeared.map(({ words }) => words).join("; ")] : ["", ""]),
    ]),
  );

function recordRows(record: DesignRecord): DesignTable["rows"] {
  const { cover, reports, harm, methods, exclusions, hotspots, violations } = record;
  const rows: (readonly [section: string, item: string, value: string])[] = [
    ["document", "title", titleOf(cover, record.project)],
    ["document", "author", cover.author],
    ["document", "marking", cover.marking],
    ["document", "made", record.made],
    ["document", "version", `Hexbeat ${record.version}`],
    ...reports.flatMap(({ file, sha256, records, loaded, setAside, leftOut, reasons, leftOutReasons }) => [
      ["data", file, `${count(records)} records, ${count(loaded)} loaded, ${count(setAside)} set aside, ${count(leftOut)} left out`] as const,
      ...(sha256 === "" ? [] : [["data", `${file}, SHA-256`, sha256] as const]),
      ...[...reasons, ...leftOutReasons].map(({ text, count: n }) => ["data", `${file}, not loaded`, `${count(n)}: ${text}`] as const),
    ]),
    ["data", "period", record.period],
    ["data", "filter", record.filter],
    ["data", "incidents under the filter", `${count(record.kept)} of ${count(record.loaded)}`],
    ["data", "plane", describePlane(record.plane)],
    ["rules", "buffer", `${record.buffer} m`],
    ["rules", "spacing", violations.length === 0 ? "kept" : violations.join("; ")],
    ["harm", "table", harm?.name ?? "none given: harm is not told"],
    ...(harm?.weights ?? []).map(({ offence, days }) => ["harm", offence, `${days} days`] as const),
    ...record.withoutHarm.map(({ offence, incidents }) => ["harm", offence, `not in the table: ${count(incidents)} incidents count 0 days`] as const),
    ...methods.flatMap(({ title, made, version, filter, parameters, findings }) => [
      ["methods", title, `made ${made} with Hexbeat ${version}${filter === null ? "" : `, on ${filter}`}`] as const,
      ...[...parameters, ...findings].map(([name, value]) => ["methods", `${title}, ${name}`, value] as const),
    ]),
    ...exclusions.map(({ name, reason, rule, overruled }) => [
      "exclusions", name, [reason, rule === undefined ? "drawn by hand" : `rule: ${rule}`, ...(overruled === undefined ? [] : [`overruled: ${overruled}`])].join("; "),
    ] as const),
    ...hotspots.flatMap(({ name, neighbours: [nearest] }) => (nearest ? [["hotspots", `${name}, nearest`, `${nearest.name}, ${rounded(nearest.gap, 1)} m`] as const] : [])),
  ];
  return rows.filter(([, , value]) => value !== "");
}

const rounded = (value: number | null | undefined, decimals: number): number | null =>
  value === null || value === undefined ? null : Math.round(value * 10 ** decimals) / 10 ** decimals;
