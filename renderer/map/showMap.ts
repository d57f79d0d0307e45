// Makes the map in an element and keeps it in step with the store.

import type { Layer } from "@deck.gl/core";
import { MapLibreOverlay } from "@deck.gl/maplibre";
import { AttributionControl, Map as MapLibreMap, ScaleControl, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { requestAggregate, h3Resolution, useAggregate } from "../actions/h3Aggregate.ts";
import { showsDots } from "../layers/incidentLayers.ts";
import { forgetLayers } from "../layers/memoLast.ts";
import { labelFontReady } from "../layers/labelLayer.ts";
import { mapLayers } from "../layers/mapLayers.ts";
import { usePointer } from "../pointer.ts";
import { useStore, type State, type View } from "../store.ts";
import { attachTools } from "../tools/attachTools.ts";
import { metresPerPixelAt } from "./metresPerPixel.ts";
import { useSketch } from "../tools/sketch.ts";
import { basemapFontsReady, serveBasemap } from "./basemapProtocol.ts";
import { setTheMap } from "./mapHandle.ts";
import { firstLabel, mapStyle } from "./mapStyle.ts";
import { schemeOf, watchScheme } from "./scheme.ts";

setWorkerUrl(workerUrl);

/** ms after the last move until the view counts as chosen. */
const VIEW_REST = 250;
/** ms after the last change until it is drawn once more. */
const SETTLE = 120;

/**
 * @param onLost called when the graphics context is gone and the map must be made anew
 * @returns the function that ends it
 */
export function showMap(container: HTMLElement, onLost: () => void): () => void {
  forgetLayers();
  const start = useStore.getState();
  let view: View = start.view;
  const map = new MapLibreMap({
    container,
    style: mapStyle(schemeOf(start.theme), null),
    center: [view.centre[0], view.centre[1]],
    zoom: view.zoom,
    bearing: view.bearing,
    maxPitch: 0,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    boxZoom: false,
    keyboard: false,
    dragRotate: true,
    maxZoom: 21,
    fadeDuration: 0,
    renderWorldCopies: false,
  });
  const overlay = new MapLibreOverlay({ interleaved: true, layers: [], getCursor: () => "" });
  map.addControl(overlay as unknown as Parameters<typeof map.addControl>[0]);
  map.addControl(new ScaleControl({ unit: "metric", maxWidth: 120 }), "bottom-left");
  const attribution = new AttributionControl({ compact: false });
  setTheMap(map);

  let ended = false;
  let frame = 0;
  let settle: ReturnType<typeof setTimeout> | undefined;
  let beneath: string | undefined;
  let painted: readonly Layer[] = [];
  let shownStyle = styleKey(start.theme, null);

  const paint = (): void => {
    frame = 0;
    if (ended) return;
    const state = useStore.getState();
    const zoom = map.getZoom();
    const { lat } = map.getCenter();
    const metresPerPixel = metresPerPixelAt(lat, zoom);
    if (usePointer.getState().metresPerPixel !== metresPerPixel) usePointer.setState({ metresPerPixel });
    const seen = map.getBounds();
    const { of, aggregate } = useAggregate.getState();
    const { filtered } = state;
    // Not on the way: a flight would ask for every resolution that it passes through.
    if (filtered && !map.isMoving() && state.layers.some(({ kind, visible }) => kind === "incidents" && visible) && !showsDots(filtered.x.length, zoom)) {
      requestAggregate(filtered, h3Resolution(metresPerPixel)).catch((error: unknown) => console.error(error));
    }
    const layers = mapLayers({
      state,
      sketch: useSketch.getState(),
      aggregate: of === filtered ? aggregate : null,
      zoom,
      metresPerPixel,
      seen: [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()],
      scheme: schemeOf(state.theme),
      beneath: beneath !== undefined && map.getLayer(beneath) ? beneath : undefined,
      grid: state.basemap === null,
    }).map(alive);
    overlay.setProps({ layers });
    // deck.gl 9.4 drops its wish to draw when the map moves before it is granted; the last picture must not be an old one.
    clearTimeout(settle);
    settle = setTimeout(() => map.triggerRepaint(), SETTLE);
    painted = layers;
    describe(container, map, layers.map(({ id }) => id));
  };
  const paintSoon = (): void => {
    frame ||= requestAnimationFrame(paint);
  };

  const changeStyle = (): void => {
    const { theme, basemap, host } = useStore.getState();
    const scheme = schemeOf(theme);
    const wanted = styleKey(theme, basemap);
    if (wanted === shownStyle) return;
    container.dataset["ready"] = "false";
    shownStyle = wanted;
    if (basemap !== null && host) serveBasemap(host, basemap);
    const apply = (): void => {
      if (ended || shownStyle !== wanted) return;
      const style = mapStyle(scheme, basemap);
      // Nothing of ours may hang on a label that is about to go.
      beneath = undefined;
      paint();
      container.dataset["ready"] = "false";
      map.setStyle(style);
      raiseLayers(map);
      beneath = firstLabel(style);
      paintSoon();
      if (basemap !== null && !map.hasControl(attribution)) map.addControl(attribution, "bottom-right");
      if (basemap === null && map.hasControl(attribution)) map.removeControl(attribution);
    };
    if (basemap === null) apply();
    else void basemapFontsReady().then(apply);
  };

  // The view goes to the store when the map rests; a view that came from elsewhere goes to the map.
  let rest: ReturnType<typeof setTimeout> | undefined;
  const keepView = (): void => {
    clearTimeout(rest);
    rest = setTimeout(() => {
      const { lng, lat } = map.getCenter();
      view = { centre: [lng, lat], zoom: map.getZoom(), bearing: map.getBearing() };
      useStore.setState({ view });
    }, VIEW_REST);
  };
  map.on("move", paintSoon);
  map.on("moveend", () => {
    keepView();
    paintSoon();
  });
  map.on("resize", paintSoon);
  map.on("styledata", paintSoon);
  map.on("render", () => {
    if (!isPlaced(map, painted) && map.isStyleLoaded()) paintSoon();
  });
  map.on("idle", () => {
    container.dataset["ready"] = String(map.areTilesLoaded() && isPlaced(map, painted));
  });
  map.on("error", ({ error }) => console.error("Map:", error));
  map.getCanvas().setAttribute("aria-label", "Map. Arrow keys move it; with a selection they nudge it.");
  map.getCanvas().addEventListener("webglcontextlost", (event) => {
    event.preventDefault();
    if (!ended) onLost();
  });

  const stops = [
    useStore.subscribe((state, before) => {
      if (state.view !== before.view && state.view !== view) {
        view = state.view;
        clearTimeout(rest);
        map.jumpTo({ center: [view.centre[0], view.centre[1]], zoom: view.zoom, bearing: view.bearing });
      }
      if (state.theme !== before.theme || state.basemap !== before.basemap) changeStyle();
      paintSoon();
    }),
    useSketch.subscribe(paintSoon),
    useAggregate.subscribe(paintSoon),
    watchScheme(() => {
      changeStyle();
      paintSoon();
    }),
    attachTools(map),
  ];
  const resized = new ResizeObserver(() => map.resize());
  resized.observe(container);
  map.once("load", changeStyle);
  labelFontReady().then(paintSoon, paintSoon);

  return () => {
    ended = true;
    cancelAnimationFrame(frame);
    clearTimeout(rest);
    clearTimeout(settle);
    resized.disconnect();
    for (const stop of stops) stop();
    setTheMap(null);
    try {
      map.remove();
    } catch (error) {
      // A lost graphics context cannot be tidied up; the element is thrown away with it.
      console.warn(error);
    }
  };
}

const revived = new WeakMap<Layer, Layer>();

/** deck.gl ends a layer that leaves the list; where it comes back, another with the same data takes its place. */
function alive(layer: Layer): Layer {
  let found = layer;
  while (found.lifecycle.startsWith("Finalized")) {
    const next: Layer = revived.get(found) ?? (found.clone({}) as Layer);
    revived.set(found, next);
    found = next;
  }
  return found;
}

const styleKey = (theme: State["theme"], basemap: string | null): string => `${schemeOf(theme)} ${basemap ?? ""}`;

/** deck.gl's names for its layers in MapLibre's list. */
const TOP = "deck-maplibre-layer-group-last";
const BENEATH = "deck-maplibre-layer-group-before:";

/** deck.gl leaves its layers out as long as the style is loading, and does not come back to it by itself. */
function isPlaced(map: MapLibreMap, painted: readonly Layer[]): boolean {
  const names = new Set(painted.map(({ props }) => ("beforeId" in props && typeof props.beforeId === "string" ? BENEATH + props.beforeId : TOP)));
  return [...names].every((name) => map.getLayer(name)) && (!names.has(TOP) || map.getLayersOrder().at(-1) === TOP);
}

/**
 * A new style puts its layers on top of ours. deck.gl would move its own up only when every tile has come;
 * hotspots are not to vanish for so long.
 */
function raiseLayers(map: MapLibreMap): void {
  if (map.getLayer(TOP)) map.moveLayer(TOP);
}

/** What a test (or a person with the inspector) can read: where the map looks and what is on it. */
function describe(container: HTMLElement, map: MapLibreMap, layers: readonly string[]): void {
  const { lng, lat } = map.getCenter();
  container.dataset["zoom"] = map.getZoom().toFixed(6);
  container.dataset["centre"] = `${lng.toFixed(8)},${lat.toFixed(8)}`;
  container.dataset["bearing"] = map.getBearing().toFixed(4);
  container.dataset["layers"] = layers.join(" ");
}
