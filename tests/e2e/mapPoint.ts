// Where a place on the map lies on the page, from what the map says about itself: real mouse events then do the rest.

import type { Page } from "@playwright/test";
import type { LonLat } from "../../core/geo/types.ts";

export interface MapLook {
  readonly centre: LonLat;
  /** As MapLibre counts it: the world is 512 px wide at zoom 0. */
  readonly zoom: number;
  /** Degrees clockwise from north that point up. */
  readonly bearing: number;
  /** CSS pixels, on the page. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Web Mercator: x east and y south, 0 to 1. */
const world = ([lon, lat]: LonLat): readonly [number, number] => [
  (lon + 180) / 360,
  0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI),
];

export function pixelOf({ centre, zoom, bearing, box }: MapLook, place: LonLat): { readonly x: number; readonly y: number } {
  const scale = 512 * 2 ** zoom;
  const [x, y] = world(place), [cx, cy] = world(centre);
  const dx = (x - cx) * scale, dy = (y - cy) * scale;
  const cos = Math.cos((-bearing * Math.PI) / 180), sin = Math.sin((-bearing * Math.PI) / 180);
  return { x: box.x + box.width / 2 + dx * cos - dy * sin, y: box.y + box.height / 2 + dx * sin + dy * cos };
}

/** Waits until the map stands, and reads where it looks. */
export async function mapLook(page: Page): Promise<MapLook> {
  const map = page.locator("[data-testid=map][data-ready=true]");
  await map.waitFor({ timeout: 60_000 });
  const box = await map.boundingBox();
  const read = async (name: string): Promise<string> => (await map.getAttribute(`data-${name}`)) ?? "";
  const [lon, lat] = (await read("centre")).split(",").map(Number.parseFloat);
  if (!box) throw new Error("The map is not on screen");
  return { centre: [lon, lat], zoom: Number.parseFloat(await read("zoom")), bearing: Number.parseFloat(await read("bearing")), box };
}

/** Page pixels of a place, for page.mouse. */
export const mapPoint = async (page: Page, place: LonLat): Promise<{ readonly x: number; readonly y: number }> =>
  pixelOf(await mapLook(page), place);

/** Ids of the layers that are drawn, from the bottom up. */
export const mapLayerIds = async (page: Page): Promise<string[]> =>
  ((await page.locator("[data-testid=map]").getAttribute("data-layers")) ?? "").split(" ");
