// The colours of a forecast: red, amber, blue and green that differ in lightness too, so that every eye tells them apart.

import type { Scheme } from "../map/scheme.ts";
import type { Rgb } from "./ramps.ts";

export interface ForecastColours {
  readonly top: Rgb;
  readonly next: Rgb;
  /** In the first 40 % now and not in what it is compared with, and the other way round (Delhi paper, Figures 4 to 6). */
  readonly added: Rgb;
  readonly dropped: Rgb;
  /** Past events that explain a cell, and the cell. */
  readonly event: Rgb;
}

export const FORECAST_COLOURS: Record<Scheme, ForecastColours> = {
  light: { top: [183, 22, 30], next: [246, 177, 45], added: [0, 92, 196], dropped: [20, 150, 100], event: [20, 26, 34] },
  dark: { top: [240, 78, 66], next: [190, 138, 36], added: [86, 160, 255], dropped: [72, 200, 150], event: [245, 247, 250] },
};
