// The units of the trial on the day that the Schedule page shows: treatment filled, control an outline alone; before a draw all outlines.

import type { Layer } from "@deck.gl/core";
import { SolidPolygonLayer } from "@deck.gl/layers";
import { interiorPoint } from "../../core/geo/interiorPoint.ts";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { Shape } from "../../core/geo/types.ts";
import type { TrialUnit } from "../../core/trial/protocol.ts";
import type { Scheme } from "../map/scheme.ts";
import { FLAT } from "./flat.ts";
import { casedPaths } from "./hotspotLayers.ts";
import { labelLayer } from "./labelLayer.ts";
import { MAP_COLOURS, withAlpha } from "./mapColours.ts";
import { memoLast } from "./memoLast.ts";
import { shapeOutline } from "./shapeOutline.ts";

/** @param arms - of the units on that day, 1 treatment; null: none are drawn @param hotspots - ids of the plan's: they carry their names themselves, and need no outline where there are no arms */
export const trialLayers = memoLast((of: readonly TrialUnit[], arms: Uint8Array | null, hotspots: ReadonlySet<string>, named: boolean, projection: Projection, scheme: Scheme, opacity: number): Layer[] => {
  const units = arms ? of : of.filter(({ id }) => !hotspots.has(id));
  if (units.length === 0) return [];
  const colours = MAP_COLOURS[scheme];
  const colourOf = (unit: number) => (arms === null ? colours.text : arms[unit] === 1 ? colours.treatment : colours.control);
  const common = { opacity, parameters: FLAT, updateTriggers: { getColor: [arms, scheme], getWidth: [arms] } };
  const treated = units.flatMap(({ shapes }, unit) => (arms?.[unit] === 1 ? shapes : []));
  const outlines = units.flatMap(({ shapes }, unit) => shapes.flatMap((shape) => shapeOutline(projection, shape).map((path) => ({ unit, path }))));
  const names = units.filter(({ id, shapes }) => named && !hotspots.has(id) && shapes.length > 0).map(({ name, shapes }) => ({ text: name, at: projection.inverse(interiorPoint(shapes[0])), down: 14 }));
  return [
    new SolidPolygonLayer<Shape>({
      ...common,
      id: "trial-fill",
      data: treated,
      getPolygon: (shape) => shapeOutline(projection, shape),
      getFillColor: withAlpha(colours.treatment, 0.45),
    }),
    ...casedPaths("trial", outlines, ({ unit }) => colourOf(unit), ({ unit }) => (arms?.[unit] === 1 ? 2.5 : 1.75), scheme, common),
    labelLayer("trial-names", names, scheme, opacity),
  ];
});
