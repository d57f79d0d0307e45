// The map of a hotspot: pan with one finger, zoom with two, with the wheel or with buttons; the phone's own place when asked for.

import { niceLength } from "../../core/record/niceLength.ts";
import type { PackMap, PackUnit } from "../../core/trial/pack/packData.ts";
import type { Fix } from "../../core/trial/pack/patrolLog.ts";
import { button, element, svgElement } from "./element.ts";
import { follow } from "./position.ts";

export interface PatrolMap {
  readonly unit: PackUnit;
  readonly element: HTMLElement;
  /** Marks the patrol area that was chosen; "" for none. */
  mark(area: string): void;
  /** Ends the search for the phone's place. */
  close(): void;
}

/** Metres from the map's centre: what is in the middle, and half of what is seen. */
interface View {
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

export function patrolMap(unit: PackUnit): PatrolMap {
  const { map, areas, name } = unit;
  const about = svgElement("circle", { class: "about" }), dot = svgElement("circle", { class: "you" });
  const place = svgElement("g", { visibility: "hidden" }, about, dot);
  const outlines = areas.map((area) => svgElement("path", { class: "area", d: area.path }));
  const svg = svgElement(
    "svg", { role: "img", "aria-label": `Map of ${name}, north up` },
    svgElement("path", { class: "streets", d: map.streets }), svgElement("path", { class: "buffer", d: map.buffer }),
    svgElement("path", { class: "hotspot", d: map.hotspot }), ...outlines,
    ...map.labels.map(({ text, x, y, angle }) => svgElement("text", { transform: `translate(${x} ${y}) rotate(${angle})` }, text)),
    place,
  );
  const scale = element("div", { class: "scale", "aria-hidden": "true" });
  const whole: View = { x: 0, y: 0, half: map.reach };
  let view = whole;
  const show = (next: View): void => {
    const half = Math.min(3 * map.reach, Math.max(30, next.half));
    const within = (value: number): number => Math.max(-2 * map.reach, Math.min(2 * map.reach, value));
    view = { x: within(next.x), y: within(next.y), half };
    svg.setAttribute("viewBox", `${view.x - half} ${view.y - half} ${2 * half} ${2 * half}`);
    // Letters and the dot keep their size on the screen.
    svg.style.fontSize = `${(2 * half) / 28}px`;
    dot.setAttribute("r", String(half / 26));
    const bar = niceLength(0.5 * half);
    scale.style.width = `${(50 * bar) / half}%`;
    scale.textContent = `${bar} m`;
  };
  show(whole);
  gestures(svg, () => view, show);

  const words = element("p", { class: "small soft", role: "status" });
  let end: (() => void) | null = null;
  const close = (): void => {
    end?.();
    end = null;
  };
  const here = button("Show where I am", "", () => {
    close();
    words.textContent = "Looking for your position …";
    end = follow((fix) => {
      const { x, y } = onMap(fix, map);
      for (const circle of [about, dot]) {
        circle.setAttribute("cx", String(x));
        circle.setAttribute("cy", String(y));
      }
      about.setAttribute("r", String(fix.accuracy));
      place.setAttribute("visibility", "visible");
      words.textContent = `The dot is you, to ${Math.round(fix.accuracy)} m. Your place is shown only here.`;
    }, (missing) => (words.textContent = `${missing}.`));
  });
  const zoom = (label: string, sign: string, press: () => void): HTMLElement => button(sign, "", press, { "aria-label": label });
  return {
    unit,
    close,
    mark: (area) => outlines.forEach((outline, i) => outline.classList.toggle("chosen", areas[i].name === area)),
    element: element(
      "div", {},
      element(
        "div", { class: "map" }, svg, element("div", { class: "north", "aria-hidden": "true" }, "N ↑"), scale,
        element("div", { class: "zoom" }, zoom("Nearer", "+", () => show({ ...view, half: view.half / 1.5 })), zoom("Farther", "−", () => show({ ...view, half: view.half * 1.5 })), zoom("The whole hotspot", "⤢", () => show(whole))),
      ),
      element("div", { class: "row" }, here), words,
    ),
  };
}

/** m from the map's centre. */
function onMap({ lon, lat }: Fix, { degrees }: PackMap): { readonly x: number; readonly y: number } {
  const east = lon - degrees.lon, north = lat - degrees.lat;
  return { x: degrees.x[0] * east + degrees.x[1] * north, y: degrees.y[0] * east + degrees.y[1] * north };
}

function gestures(svg: SVGSVGElement, viewNow: () => View, show: (view: View) => void): void {
  const fingers = new Map<number, { readonly x: number; readonly y: number }>();
  /** m of ground a pixel: the map is fitted into the shorter side. */
  const metres = (): number => (2 * viewNow().half) / Math.min(svg.clientWidth, svg.clientHeight);
  const apart = (): number => {
    const [a, b] = [...fingers.values()];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  svg.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before || fingers.size > 2) return;
    const gap = fingers.size === 2 ? apart() : 0;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const view = viewNow(), by = metres() / fingers.size;
    const half = gap > 0 ? view.half * (gap / Math.max(1, apart())) : view.half;
    show({ x: view.x - by * (event.clientX - before.x), y: view.y - by * (event.clientY - before.y), half });
  });
  for (const over of ["pointerup", "pointercancel"] as const) svg.addEventListener(over, ({ pointerId }) => fingers.delete(pointerId));
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    const view = viewNow();
    show({ ...view, half: view.half * Math.exp(event.deltaY / 500) });
  }, { passive: false });
}
