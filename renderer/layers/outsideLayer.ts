// Crime just outside the hotspots and patrol areas: rings, larger where more incidents share a place.

import type { Layer } from "@deck.gl/core";
import { ScatterplotLayer } from "@deck.gl/layers";
import type { JustOutside } from "../../core/hotspots/areas/justOutside.ts";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { Scheme } from "../map/scheme.ts";
import { FLAT } from "./flat.ts";
import { MAP_COLOURS, withAlpha } from "./mapColours.ts";
import { memoLast } from "./memoLast.ts";

/** Pixels: of one incident, and at most. */
const SMALLEST = 3.5;
const LARGEST = 12;

export const outsideLayer = memoLast(({ x, y, weight }: JustOutside, projection: Projection, scheme: Scheme, opacity: number): Layer =>
  new ScatterplotLayer<number>({
    id: "just-outside",
    data: [...x.keys()],
    getPosition: (i) => projection.inverse({ x: x[i], y: y[i] }) as [number, number],
    getRadius: (i) => Math.min(LARGEST, SMALLEST * Math.sqrt(weight[i])),
    radiusUnits: "pixels",
    filled: false,
    stroked: true,
    getLineColor: withAlpha(MAP_COLOURS[scheme].violation, 1),
    getLineWidth: 1.75,
    lineWidthUnits: "pixels",
    opacity,
    parameters: FLAT,
    updateTriggers: { getLineColor: [scheme] },
  }),
);
