// Expert points: diamonds with name and window, orange and larger when selected.

import type { Layer } from "@deck.gl/core";
import { windowInWords } from "../../core/forecast/windowInWords.ts";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { ExpertPoint } from "../../core/plan/plan.ts";
import type { Scheme } from "../map/scheme.ts";
import { DiamondLayer } from "./DiamondLayer.ts";
import { FLAT } from "./flat.ts";
import { labelLayer } from "./labelLayer.ts";
import { MAP_COLOURS, withAlpha } from "./mapColours.ts";
import { memoLast } from "./memoLast.ts";

/** Pixels from the middle of a mark to a corner. */
const RADIUS = 9;
const SELECTED_RADIUS = 11;
const HOVERED_RADIUS = 16;

export const expertPointLayers = memoLast(
  (points: readonly ExpertPoint[], projection: Projection, selection: ReadonlySet<string>, scheme: Scheme, opacity: number, named: boolean): Layer[] => {
    if (points.length === 0) return [];
    const { expertPoint, selected, casing } = MAP_COLOURS[scheme];
    const marks = new DiamondLayer<ExpertPoint>({
      id: "expert-points",
      data: points,
      getPosition: ({ place }) => projection.inverse(place) as [number, number],
      getRadius: ({ id }) => (selection.has(id) ? SELECTED_RADIUS : RADIUS),
      radiusUnits: "pixels",
      getFillColor: ({ id }) => withAlpha(selection.has(id) ? selected : expertPoint, 1),
      stroked: true,
      getLineColor: withAlpha(casing, 1),
      getLineWidth: 2,
      lineWidthUnits: "pixels",
      opacity,
      parameters: FLAT,
      updateTriggers: { getRadius: [selection], getFillColor: [selection, scheme], getLineColor: [scheme] },
    });
    if (!named) return [marks];
    const labels = points.map(({ name, window, place }) => ({ text: `${name} ${windowInWords(window)}`, at: projection.inverse(place), down: 18 }));
    return [marks, labelLayer("expert-points-names", labels, scheme, opacity)];
  },
);

export const expertHoverLayer = memoLast((point: ExpertPoint, projection: Projection, scheme: Scheme): Layer =>
  new DiamondLayer<ExpertPoint>({
    id: "hovered-point",
    data: [point],
    getPosition: ({ place }) => projection.inverse(place) as [number, number],
    getRadius: HOVERED_RADIUS,
    radiusUnits: "pixels",
    getFillColor: withAlpha(MAP_COLOURS[scheme].selected, 0.3),
    parameters: FLAT,
    updateTriggers: { getFillColor: [scheme] },
  }),
);
