// The cells that hold a target share: outlined and hardly filled, so that a heat map beneath is seen; each concentration by its name.

import type { Layer } from "@deck.gl/core";
import { PathLayer } from "@deck.gl/layers";
import type { CellOutlines } from "../../core/hotspots/cellOutlines.ts";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { Scheme } from "../map/scheme.ts";
import { concentrationName, type ShownTargetCells } from "../shownDesign.ts";
import { cellMesh } from "./cellMesh.ts";
import { paintCells, paintedCells } from "./cellLayers.ts";
import { FLAT } from "./flat.ts";
import { labelLayer } from "./labelLayer.ts";
import { MAP_COLOURS, withAlpha } from "./mapColours.ts";
import { memoLast } from "./memoLast.ts";
import { packRgba } from "./ramps.ts";

/** Of the fill. */
const FAINT = 0.15;
/** Concentrations of fewer cells have no name on the map. */
const NAMED_FROM = 2;

export const targetCellLayers = memoLast((shown: ShownTargetCells, projection: Projection, scheme: Scheme, opacity: number): Layer[] => {
  const { outlines, groups } = shown.found;
  if (!outlines) return [];
  const colour = MAP_COLOURS[scheme].text;
  const mesh = cellMesh(outlines);
  const fill = packRgba(colour, FAINT);
  const names = groups.flatMap(({ cells, centre }, group) => (cells.length < NAMED_FROM ? [] : [{ text: concentrationName(group), at: projection.inverse(centre) }]));
  return [
    paintedCells("target-cells", mesh, paintCells(mesh, () => fill), opacity),
    new PathLayer({
      id: "target-cells-outline",
      data: pathsOf(outlines),
      _pathType: "open",
      positionFormat: "XY",
      getColor: withAlpha(colour, 0.75),
      getWidth: 1.25,
      widthUnits: "pixels",
      opacity,
      parameters: FLAT,
      updateTriggers: { getColor: [scheme] },
    }),
    labelLayer("target-cells-names", names, scheme, opacity),
  ];
});

const pathsOf = ({ lonLats, starts }: CellOutlines) => ({ length: starts.length - 1, startIndices: starts, attributes: { getPath: { value: lonLats, size: 2 } } });
