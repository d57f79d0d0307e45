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
  const zoom = (label: string, sign: string, press: () => void): HTMLElement => button(sign, "", press, { id: `press-${label.toLowerCase().replaceAll(" ", "-")}`, "aria-label": label });
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

/** What is under the fingers stays under them. */
function gestures(svg: SVGSVGElement, viewNow: () => View, show: (view: View) => void): void {
  const fingers = new Map<number, { readonly x: number; readonly y: number }>();
  /** The middle of one finger or two, in pixels from the map's, and how far they are apart. */
  const grip = () => {
    const [a, b = a] = [...fingers.values()], box = svg.getBoundingClientRect();
    return { x: (a.x + b.x) / 2 - box.left - box.width / 2, y: (a.y + b.y) / 2 - box.top - box.height / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) };
  };
  svg.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId) || fingers.size > 2) return;
    const from = grip();
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const to = grip(), { x, y, half } = viewNow();
    const wider = from.apart > 0 ? from.apart / Math.max(1, to.apart) : 1;
    // m of ground a pixel: the map is fitted into the shorter side.
    const metres = (2 * half) / Math.min(svg.clientWidth, svg.clientHeight);
    show({ x: x + metres * (from.x - wider * to.x), y: y + metres * (from.y - wider * to.y), half: wider * half });
  });
  for (const over of ["pointerup", "pointercancel"] as const) svg.addEventListener(over, ({ pointerId }) => fingers.delete(pointerId));
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    const view = viewNow();
    show({ ...view, half: view.half * Math.exp(event.deltaY / 500) });
  }, { passive: false });
}
