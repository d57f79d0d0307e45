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
  reprojected: "features were moved from the file's own coordinate system to WGS 84",
  "no-geometry": "features have no geometry and were left out",
  "bad-coordinates": "features were set aside: a coordinate is missing, is text, or is no finite number",
  "bad-geometry": "features were set aside: their geometry is of no known type or is nested too deep",
  "outside-degrees": "features were set aside: they lie outside longitude ±180° and latitude ±90°",
  "outside-crs": "features were set aside: their coordinates lie outside the file's coordinate system",
  "damaged-record": "records were set aside: they are damaged or cut off",
  "degenerate-ring": "rings with fewer than three different corners or without area were left out",
  "unclosed-ring": "rings that did not end where they began were closed",
  "wrong-winding": "rings were turned round (outer rings run anticlockwise, holes clockwise)",
  "height-dropped": "features had heights or measures, which were dropped",
  "deleted-record": "records marked as deleted were left out",
  "field-overflow": "number fields held no number (overflow, \"****\") and were left empty",
  "renamed-field": "columns of the same name were renamed",
  "bad-properties": "features had attributes that are no list of names and values; they were left empty",
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
      [...counts].map(([code, count]) => ({ code, count, text: `${count.toLocaleString("en-GB")} ${TEXTS[code]}.` })),
  };
}
