// The units of a trial on a map, by stratum.

import { around, bounds, grown } from "../../geo/bounds.ts";
import { interiorPoint } from "../../geo/interiorPoint.ts";
import { contextLayers, frameAround, swatch, type MapContext } from "../../record/designMaps.ts";
import { html, raw, type Html } from "../../record/html.ts";
import { svgMap, type MapStyle } from "../../record/svgMap.ts";
import { count } from "../../inWords.ts";
import type { TrialProtocol } from "../protocol.ts";

/** Of Okabe and Ito (2008), each with a line of its own for print in grey. */
const STYLES: readonly MapStyle[] = [
  { stroke: "#0b3c8c", width: 0.6, fill: "#0b3c8c", fillOpacity: 0.12 },
  { stroke: "#b84a00", width: 0.6, dash: "1.4 .7", fill: "#d55e00", fillOpacity: 0.14 },
  { stroke: "#00694c", width: 0.6, dash: ".5 .6", fill: "#009e73", fillOpacity: 0.16 },
  { stroke: "#7a3a6b", width: 0.9, dash: "3 .8 .6 .8", fill: "#cc79a7", fillOpacity: 0.16 },
];
/** Units whose names only find room in small letters. */
const MANY = 20;

/** @param width, height - mm */
export function unitsMap({ units, ring }: TrialProtocol, context: readonly MapContext[], width: number, height: number): Html {
  const shapes = units.flatMap((unit) => unit.shapes);
  if (shapes.length === 0) return html``;
  const box = shapes.map(bounds).reduce(around);
  const frame = frameAround(grown(box, Math.max(2 * ring, 0.04 * (box.maxX - box.minX))), width, height);
  const strata = [...new Set(units.map(({ stratum }) => stratum))];
  const styleOf = (i: number): MapStyle => STYLES[i % STYLES.length];
  const map = svgMap(frame, [
    ...contextLayers(context, frame),
    ...strata.map((stratum, i) => ({ kind: "shapes" as const, shapes: units.filter((unit) => unit.stratum === stratum).flatMap((unit) => unit.shapes), style: styleOf(i) })),
    { kind: "labels", labels: units.flatMap(({ name, shapes: [first] }) => (first ? [{ at: interiorPoint(first), text: name, size: units.length > MANY ? 2.2 : 3 }] : [])) },
  ], "Map of the trial's units");
  return html`<figure>${raw(map.svg)}<figcaption>${strata.map((stratum, i) => html`<span class="key">${swatch(styleOf(i))} ${stratum === "" ? "unit of the trial" : `stratum ${stratum}`}</span>`)}
<span class="key">1 : ${count(1000 * map.metresPerMm)} where printed at full size</span></figcaption></figure>`;
}
