// The divider between two surfaces: dragged by the pointer, moved by the arrow keys.

import type { KeyboardEvent, PointerEvent } from "react";
import { windowInWords } from "../../core/forecast/windowInWords.ts";
import { changeView } from "../actions/forecastView.ts";
import { comparedWith } from "../forecastView.ts";
import { useStore } from "../store.ts";

const LEAST = 0.02;
/** Shares of the map's width that a key moves it. */
const STEP = 0.02;
const LEAP = 0.1;

export function SwipeDivider() {
  const forecast = useStore((state) => state.forecast);
  const view = useStore((state) => state.forecastView);
  const visible = useStore((state) => state.layers.some((layer) => layer.kind === "forecast" && layer.visible));
  const other = forecast && view.compare === "swipe" ? comparedWith(forecast, view) : null;
  if (!forecast || !other || !visible) return null;
  const { divider } = view;
  const move = (share: number): void => changeView({ divider: Math.min(1 - LEAST, Math.max(LEAST, share)) });
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.type === "pointerdown") event.currentTarget.setPointerCapture(event.pointerId);
    else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement!.getBoundingClientRect();
    move((event.clientX - box.left) / box.width);
  };
  const press = (event: KeyboardEvent): void => {
    const to: Readonly<Record<string, number>> = {
      ArrowLeft: divider - STEP, ArrowRight: divider + STEP, PageDown: divider - LEAP, PageUp: divider + LEAP, Home: LEAST, End: 1 - LEAST,
    };
    if (!(event.key in to)) return;
    event.preventDefault();
    event.stopPropagation();
    move(to[event.key]);
  };
  const [left, right] = [windowInWords(forecast.windows[view.window].window), windowInWords(other.window.window)];
  return (
    <div
      className="swipe"
      style={{ left: `${100 * divider}%` }}
      role="slider"
      tabIndex={0}
      aria-label="Divider between the two forecasts"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(100 * divider)}
      aria-valuetext={`${left} on the left ${Math.round(100 * divider)} % of the map, ${right} on the right`}
      onPointerDown={drag}
      onPointerMove={drag}
      onKeyDown={press}
    >
      <span className="swipe-name left">{nameOf(left, null)}</span>
      <span className="swipe-name right">{nameOf(right, view.other?.kind === "result" ? view.other.title : null)}</span>
    </div>
  );
}

const nameOf = (hours: string, title: string | null): string => (title === null ? hours : `${title}, ${hours}`);
