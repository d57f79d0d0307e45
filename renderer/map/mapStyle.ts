// The ground that the layers lie on: plain, or a PMTiles basemap whose labels are drawn from the fonts we ship.

import { layers as protomapsLayers, namedFlavor } from "@protomaps/basemaps";
import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
import { basemapUrl } from "./basemapProtocol.ts";
import type { Scheme } from "./scheme.ts";

export const GROUND: Record<Scheme, string> = { light: "#eef0f3", dark: "#14171c" };

/** These draw nothing but icons, and no sprite is shipped. */
const ICON_LAYERS = new Set(["pois", "roads_oneway", "roads_shields"]);

const SOURCE = "basemap";

/** Without colour of their own, so that the colours on the map mean something. */
const FLAVOUR: Record<Scheme, string> = { light: "white", dark: "dark" };

/** @param basemap the host's id of a PMTiles file, null for the plain ground. */
export function mapStyle(scheme: Scheme, basemap: string | null): StyleSpecification {
  if (basemap === null) {
    return {
      version: 8,
      sources: {},
      layers: [{ id: "ground", type: "background", paint: { "background-color": GROUND[scheme] } }],
    };
  }
  return {
    version: 8,
    // No `glyphs`: MapLibre then draws text with the page's own fonts (fonts.css), and asks nobody.
    sources: {
      [SOURCE]: { type: "vector", url: basemapUrl(basemap), attribution: "© OpenStreetMap contributors" },
    },
    layers: protomapsLayers(SOURCE, namedFlavor(FLAVOUR[scheme]), { lang: "en" })
      .filter(({ id }) => !ICON_LAYERS.has(id))
      .map(withoutIcon),
  };
}

/** The lowest of the basemap's labels: what should not hide them is drawn beneath it. */
export const firstLabel = (style: StyleSpecification): string | undefined =>
  style.layers.find((layer) => layer.type === "symbol" && layer.id.startsWith("places"))?.id;

function withoutIcon(layer: LayerSpecification): LayerSpecification {
  if (layer.type !== "symbol" || !layer.layout || !("icon-image" in layer.layout)) return layer;
  const { "icon-image": _icon, ...layout } = layer.layout;
  return { ...layer, layout };
}
