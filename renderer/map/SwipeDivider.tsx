// The divider between two surfaces: dragged by the pointer, moved by the arrow keys.

import type { KeyboardEvent, PointerEvent } from "react";
import { dayInWords, windowInWords } from "../../core/forecast/windowInWords.ts";
import { changeView } from "../actions/forecastView.ts";
import { comparedWith } from "../forecastView.ts";
import type { ShownForecast, ShownWindow } from "../shownResults.ts";
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
  const beside = view.other?.kind === "result" ? view.other.forecast : null;
  const left = nameOf(forecast.windows[view.window], beside && forecast);
  const right = nameOf(other.window, beside);
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
      <span className="swipe-name left">{left}</span>
      <span className="swipe-name right">{right}</span>
    </div>
  );
}

/** "20:00–24:00"; of two forecasts each with its own block and model. */
const nameOf = ({ window }: ShownWindow, forecast: ShownForecast | null): string =>
  forecast ? `${dayInWords(forecast.block.from)}, model ${forecast.plan.model}, ${windowInWords(window)}` : windowInWords(window);
