// Names and numbers on the map, drawn from the font that ships with the app.

import type { Layer } from "@deck.gl/core";
import { TextLayer } from "@deck.gl/layers";
import type { LonLat } from "../../core/geo/types.ts";
import type { Scheme } from "../map/scheme.ts";
import { MAP_COLOURS, withAlpha } from "./mapColours.ts";
import { FLAT } from "./flat.ts";

export interface Label {
  readonly at: LonLat;
  readonly text: string;
  readonly tone?: "bad" | "selected";
  /** Pixels downwards from the place. */
  readonly down?: number;
}

const FONT = "Inter Variable";

/** deck.gl draws the letters once, with whatever font is there: so the font comes first. */
export const labelFontReady = (): Promise<unknown> => document.fonts.load(`600 32px "${FONT}"`);

export function labelLayer(id: string, labels: readonly Label[], scheme: Scheme, opacity: number): Layer {
  const colours = MAP_COLOURS[scheme];
  return new TextLayer<Label>({
    id,
    data: labels,
    getText: ({ text }) => text,
    getPosition: ({ at }) => at as [number, number],
    getColor: ({ tone }) => withAlpha(tone === "bad" ? colours.violation : colours.text, 1),
    getPixelOffset: ({ down }) => [0, down ?? 0],
    getSize: 12,
    fontFamily: `"${FONT}", sans-serif`,
    fontWeight: 600,
    characterSet: "auto",
    fontSettings: { sdf: true, fontSize: 48, buffer: 8, radius: 16 },
    outlineWidth: 4,
    outlineColor: withAlpha(colours.casing, 0.9),
    opacity,
    parameters: FLAT,
    updateTriggers: { getColor: [scheme] },
  });
}
