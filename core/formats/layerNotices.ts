// What a reader of layers counts as it goes, and the sentences in which the person is told.

import type { FeatureCollection } from "geojson";
import type { ImportNotice } from "../incidents/importReport.ts";

/** Longitude and latitude on WGS 84; polygons closed, outer rings anticlockwise, holes clockwise; no heights. */
export interface LayerData {
  readonly data: FeatureCollection;
  readonly notices: readonly ImportNotice[];
}

export interface NamedLayer extends LayerData {
  readonly name: string;
}

const TEXTS = {
  reprojected: "Features moved from the file's own coordinate system to WGS 84",
  "no-geometry": "Features without geometry, left out",
  "bad-coordinates": "Features set aside because a coordinate is missing, is text, or is no finite number",
  "bad-geometry": "Features set aside because their geometry is of no known type or is nested too deep",
  "outside-degrees": "Features set aside because they lie outside longitude ±180° and latitude ±90°",
  "outside-crs": "Features set aside because they lie outside the file's coordinate system",
  "damaged-record": "Records set aside because they are damaged or cut off",
  "degenerate-ring": "Rings with fewer than three different corners or without area, left out",
  "unclosed-ring": "Rings that did not end where they began, closed",
  "wrong-winding": "Rings turned round (outer rings run anticlockwise, holes clockwise)",
  "height-dropped": "Features whose heights or measures were dropped",
  "deleted-record": "Records marked as deleted, left out",
  "field-overflow": "Number fields that hold no number (overflow, \"****\"), left empty",
  "renamed-field": "Columns renamed because another has the same name",
  "bad-properties": "Features whose attributes are no list of names and values, left empty",
} as const;

export type NoticeCode = keyof typeof TEXTS;

export interface Tally {
  add(code: NoticeCode, by?: number): void;
  count(code: NoticeCode): number;
  notices(): ImportNotice[];
}

export function makeTally(): Tally {
  const counts = new Map<NoticeCode, number>();
  return {
    add: (code, by = 1) => void counts.set(code, (counts.get(code) ?? 0) + by),
    count: (code) => counts.get(code) ?? 0,
    notices: () =>
      [...counts].map(([code, count]) => ({ code, count, text: `${TEXTS[code]}: ${count.toLocaleString("en-GB")}.` })),
  };
}
