// The pointer and the keys of the map go to the tool in hand; what it does not want is the map's.

import type { Map as MapLibreMap } from "maplibre-gl";
import { useStore, type ToolName } from "../store.ts";
import { usePointer } from "../pointer.ts";
import { metresPerPixelAt } from "../map/metresPerPixel.ts";
import { projectionOf } from "../map/projection.ts";
import { expertTool } from "./expertTool.ts";
import { hexagonTool } from "./hexagonTool.ts";
import { measureTool } from "./measureTool.ts";
import { panTool } from "./panTool.ts";
import { placeRuleTool } from "./placeRuleTool.ts";
import { exclusionTool, polygonTool } from "./polygonTools.ts";
import { selectTool } from "./selectTool.ts";
import { useSketchPlace } from "./sketch.ts";
import { splitTool } from "./splitTool.ts";
import { movedBeyondClick, type MapPointer, type Tool } from "./tool.ts";
import { vertexTool } from "./vertexTool.ts";

const TOOLS: Record<ToolName, Tool> = {
  select: selectTool,
  pan: panTool,
  hexagon: hexagonTool,
  polygon: polygonTool,
  exclusion: exclusionTool,
  expert: expertTool,
  vertices: vertexTool,
  split: splitTool,
  measure: measureTool,
  fixed: placeRuleTool("fixed"),
  forbidden: placeRuleTool("forbidden"),
};

/** Tools that can be aimed by the keys: arrows move the map under its middle, Enter acts there. */
const AIMED: ReadonlySet<ToolName> = new Set<ToolName>(["hexagon", "expert", "fixed", "forbidden"]);

/** How far an arrow key moves the map where nothing is selected, px; with Shift a tenth when aiming. */
const ARROW_PAN = 80;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};

/** @returns the function that takes everything off again */
export function attachTools(map: MapLibreMap): () => void {
  const container = map.getCanvasContainer();
  const canvas = map.getCanvas();
  let taken = false;
  let down: MapPointer | null = null;
  let middle: { x: number; y: number } | null = null;
  let spaceHeld = false;
  let pending: PointerEvent | null = null;
  let frame = 0;

  const tool = (): Tool => TOOLS[spaceHeld && !taken ? "pan" : useStore.getState().tool];

  /** null where there is no plane yet: then there is nothing to point at. */
  const pointerOf = (event: PointerEvent | MouseEvent): MapPointer | null => {
    const { plane } = useStore.getState();
    const box = canvas.getBoundingClientRect();
    const px = { x: event.clientX - box.left, y: event.clientY - box.top };
    const { lng, lat } = map.unproject([px.x, px.y]);
    const metresPerPixel = metresPerPixelAt(lat, map.getZoom());
    usePointer.setState({ lonLat: [lng, lat], metresPerPixel });
    if (!plane) return null;
    return {
      point: projectionOf(plane).forward([lng, lat]),
      lonLat: [lng, lat],
      px,
      metresPerPixel,
      shift: event.shiftKey,
      alt: event.altKey,
      ctrl: event.ctrlKey || event.metaKey,
    };
  };

  /** With the pointer off the map, keys aim with its middle. */
  const middlePointer = (): MapPointer | null => {
    const { plane } = useStore.getState();
    const { lng, lat } = map.getCenter();
    const px = { x: canvas.clientWidth / 2, y: canvas.clientHeight / 2 };
    useSketchPlace.setState(px);
    return plane && {
      point: projectionOf(plane).forward([lng, lat]),
      lonLat: [lng, lat], px, metresPerPixel: metresPerPixelAt(lat, map.getZoom()), shift: false, alt: false, ctrl: false,
    };
  };

  const moved = (): void => {
    frame = 0;
    const event = pending;
    pending = null;
    const pointer = event && pointerOf(event);
    if (!pointer) return;
    useSketchPlace.setState(pointer.px);
    const panning = down !== null && !taken;
    if (!panning) tool().onMove(pointer);
    if (!taken) canvas.style.cursor = panning ? "grabbing" : (tool().cursor(pointer) ?? "");
  };

  const onPointerMove = (event: PointerEvent): void => {
    if (middle) {
      map.panBy([middle.x - event.clientX, middle.y - event.clientY], { animate: false });
      middle = { x: event.clientX, y: event.clientY };
    }
    pending = event;
    frame ||= requestAnimationFrame(moved);
  };

  const onPointerDown = (event: PointerEvent): void => {
    canvas.focus({ preventScroll: true });
    if (event.button === 1) {
      middle = { x: event.clientX, y: event.clientY };
      container.setPointerCapture(event.pointerId);
      return event.preventDefault();
    }
    const pointer = event.button === 0 ? pointerOf(event) : null;
    if (!pointer) return;
    down = pointer;
    useSketchPlace.setState(pointer.px);
    taken = tool().onDown(pointer);
    if (taken) container.setPointerCapture(event.pointerId);
  };

  const onPointerUp = (event: PointerEvent): void => {
    if (event.button === 1) middle = null;
    const start = down;
    const pointer = event.button === 0 && start ? pointerOf(event) : null;
    if (!start || !pointer) return;
    down = null;
    // A move that still waits for its frame is in the pointer already.
    pending = null;
    if (taken) tool().onUp(pointer);
    else if (!movedBeyondClick(start, pointer)) tool().onClick?.(pointer);
    taken = false;
    canvas.style.cursor = tool().cursor(pointer) ?? "";
  };

  const giveUp = (): boolean => {
    const had = tool().cancel();
    taken = false;
    down = null;
    return had;
  };

  /** MapLibre pans on mouse and touch events, which come after the pointer event that decided whose it is. */
  const keepFromMap = (event: Event): void => {
    if (taken) event.stopPropagation();
  };

  const onDouble = (event: MouseEvent): void => {
    const pointer = pointerOf(event);
    if (pointer && tool().onDouble?.(pointer)) {
      event.stopPropagation();
      event.preventDefault();
    }
  };

  const onLeave = (): void => {
    usePointer.setState({ lonLat: null });
    if (useStore.getState().hovered !== null) useStore.setState({ hovered: null });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const used = usesKey(event);
    // The window's shortcuts leave alone what the map has used.
    if (used) event.preventDefault();
  };
  const usesKey = (event: KeyboardEvent): boolean => {
    if (event.key === "Escape") {
      if (giveUp()) return true;
      const { selection, tool: name } = useStore.getState();
      if (name !== "select") useStore.setState({ tool: "select" });
      else if (selection.length > 0) useStore.setState({ selection: [] });
      else return false;
      return true;
    }
    if (event.key === " ") {
      spaceHeld = true;
      canvas.style.cursor = "grab";
      return true;
    }
    const { key, shiftKey: shift, altKey: alt } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    const aim = usePointer.getState().lonLat === null && AIMED.has(tool().name);
    const arrow = ctrl || alt ? undefined : ARROWS[key];
    const { selection, vehicle } = useStore.getState();
    const pans = arrow !== undefined && (aim || (selection.length === 0 && vehicle === null));
    if (pans) {
      const step = aim && shift ? ARROW_PAN / 10 : ARROW_PAN;
      map.panBy([arrow[0] * step, arrow[1] * step], { animate: false });
    }
    const pointer = aim ? middlePointer() : null;
    if (pointer) tool().onMove(pointer);
    if (!ctrl && tool().onKey?.({ key, shift, alt, ctrl })) return true;
    return pans;
  };
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.key === " ") spaceHeld = false;
  };

  // A tool that is put away leaves nothing behind.
  const unsubscribe = useStore.subscribe((state, before) => {
    if (state.tool === before.tool) return;
    TOOLS[before.tool].cancel();
    taken = false;
    canvas.style.cursor = state.tool === "select" ? "" : state.tool === "pan" ? "grab" : "crosshair";
  });

  const capture = { capture: true } as const;
  const listeners: [string, (event: never) => void][] = [
    ["pointerdown", onPointerDown], ["pointermove", onPointerMove], ["pointerup", onPointerUp], ["pointercancel", giveUp],
    ["pointerleave", onLeave], ["mousedown", keepFromMap], ["touchstart", keepFromMap], ["dblclick", onDouble],
    ["keydown", onKeyDown], ["keyup", onKeyUp],
  ];
  for (const [type, listener] of listeners) container.addEventListener(type, listener as EventListener, capture);
  return () => {
    for (const [type, listener] of listeners) container.removeEventListener(type, listener as EventListener, capture);
    cancelAnimationFrame(frame);
    unsubscribe();
  };
}
