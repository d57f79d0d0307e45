// Proposes patrol areas for a concentration: a smooth outline about its incidents, or the streets on which they happen.

import { InputError } from "../../errors.ts";
import { area } from "../../geo/area.ts";
import { difference } from "../../geo/booleans.ts";
import { countInAny, countInside } from "../../geo/countInside.ts";
import { mergeStacks } from "../../geo/mergeStacks.ts";
import { buildPointIndex } from "../../geo/pointIndex.ts";
import type { Polygon } from "../../geo/types.ts";
import { takeRows } from "../../incidents/takeRows.ts";
import { defineJob } from "../../job.ts";
import { roadLinesSchema } from "../../patrol/roads/roadLines.ts";
import { floats, hexagonSchema, polygonSchema, z } from "../../schema.ts";
import { checkIncidents } from "../../stats/checkIncidents.ts";
import { rowsInside } from "./rowsInside.ts";
import { smoothOutline } from "./smoothOutline.ts";
import { streetOutline } from "./streetOutline.ts";

export interface ProposedOutline {
  /** Largest first; one where the concentration can be held together. Empty where nothing is left of it. */
  readonly outlines: readonly Polygon[];
  /** Incidents (sum of their weights) inside all of them, each once, of those in the hexagons. */
  readonly incidents: number;
  readonly ofIncidents: number;
  /** m². */
  readonly area: number;
  /** Those used. */
  readonly parameters: Readonly<Record<string, string | number>>;
}

export const proposeOutline = defineJob({
  title: "Propose patrol areas for a concentration of crime: a smooth outline, or along streets",
  params: z.strictObject({
    x: floats("incidents, east, m; those outside the hexagons are passed over"),
    y: floats("incidents, north, m"),
    weight: floats("weight of each incident; 1 each where not given").optional(),
    hexagons: z.array(hexagonSchema).min(1).describe("the cells of the concentration, m"),
    how: z.enum(["smooth", "streets"]).default("smooth").describe("round the incidents, or along the streets on which they happen"),
    margin: z.number().positive().default(25).describe("smooth: the outline stays so far from the incidents, m"),
    roads: roadLinesSchema.optional(),
    width: z.number().positive().default(30).describe("streets: on each side of a street's line, m"),
    keepOut: z.array(polygonSchema).default([]).describe("cut away, m: exclusions"),
  }),
  run: ({ x, y, weight, hexagons, how, margin, roads, width, keepOut }, context): ProposedOutline => {
    context.progress(0, how === "smooth" ? "Drawing round the incidents" : "Looking for the streets");
    checkIncidents(x, y, weight);
    const rows = rowsInside(hexagons, x, y);
    if (rows.length === 0) throw new InputError("No incident lies in these hexagons, so there is nothing to draw round. Choose a concentration.");
    if (how === "streets" && !roads) throw new InputError("Streets need a road layer. Load one and choose it, or choose a smooth outline.");
    const incidents = mergeStacks(takeRows(x, rows), takeRows(y, rows), weight && takeRows(weight, rows));
    const side = Math.max(...hexagons.map((hexagon) => hexagon.side));
    const drawn = how === "streets" && roads ? streetOutline(incidents, roads, side, width) : smoothOutline(incidents, side, margin);
    const index = buildPointIndex(incidents.x, incidents.y, incidents.weight);
    // A cut may leave a piece without an incident: nothing to patrol.
    const outlines = drawn.flatMap((outline) => difference(outline, keepOut)).filter((outline) => countInside(index, outline) > 0).sort((a, b) => area(b) - area(a));
    return {
      outlines,
      incidents: countInAny(index, outlines),
      ofIncidents: index.total,
      area: outlines.reduce((sum, outline) => sum + area(outline), 0),
      parameters: { how, ...(how === "smooth" ? { margin } : { width }), keptOut: keepOut.length },
    };
  },
});
