// What each thing on the map is drawn in. Blue against orange is told apart by every eye; red never stands alone.

import type { Scheme } from "../map/scheme.ts";
import type { Rgb } from "./ramps.ts";

export interface MapColours {
  readonly incident: Rgb;
  readonly hotspot: Rgb;
  /** What a search proposes and nobody has taken over yet. */
  readonly proposed: Rgb;
  readonly selected: Rgb;
  readonly patrolArea: Rgb;
  readonly exclusion: Rgb;
  /** The arms of a trial, as in its charts. */
  readonly treatment: Rgb;
  readonly control: Rgb;
  readonly violation: Rgb;
  /** Kinds of vehicles take these in turn. */
  readonly vehicles: readonly Rgb[];
  readonly expertPoint: Rgb;
  /** Context layers take these in turn: muted, so that they stay behind the work. */
  readonly context: readonly Rgb[];
  readonly grid: Rgb;
  readonly text: Rgb;
  /** Round lines and letters, so that they stand out from any ground. */
  readonly casing: Rgb;
}

export const MAP_COLOURS: Record<Scheme, MapColours> = {
  light: {
    incident: [30, 36, 46],
    hotspot: [11, 98, 196],
    proposed: [140, 40, 150],
    selected: [217, 107, 0],
    patrolArea: [0, 121, 107],
    exclusion: [96, 104, 116],
    treatment: [0, 114, 178],
    control: [184, 74, 0],
    violation: [200, 30, 30],
    vehicles: [[106, 63, 181], [0, 121, 107], [176, 82, 0], [11, 98, 196]],
    expertPoint: [190, 24, 118],
    context: [[120, 100, 70], [70, 125, 80], [60, 120, 150], [130, 85, 130], [105, 105, 105], [150, 80, 60]],
    grid: [150, 160, 175],
    text: [20, 26, 34],
    casing: [255, 255, 255],
  },
  dark: {
    incident: [225, 230, 238],
    hotspot: [92, 168, 255],
    proposed: [228, 140, 240],
    selected: [255, 176, 59],
    patrolArea: [77, 208, 185],
    exclusion: [150, 160, 175],
    treatment: [86, 180, 233],
    control: [255, 150, 92],
    violation: [255, 110, 110],
    vehicles: [[184, 148, 255], [77, 208, 185], [255, 176, 59], [92, 168, 255]],
    expertPoint: [255, 128, 196],
    context: [[200, 178, 140], [140, 195, 150], [130, 185, 215], [205, 160, 205], [175, 175, 175], [220, 155, 135]],
    grid: [90, 100, 115],
    text: [236, 240, 246],
    casing: [12, 15, 20],
  },
};

export const withAlpha = ([red, green, blue]: Rgb, alpha: number): [number, number, number, number] => [
  red,
  green,
  blue,
  Math.round(255 * alpha),
];
