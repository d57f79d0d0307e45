// How the forecast is looked at.

import type { ForecastView } from "../forecastView.ts";
import { useStore } from "../store.ts";
import { storedForecast } from "./results.ts";

export function changeView(patch: Partial<ForecastView>): void {
  useStore.setState(({ forecastView }) => ({ forecastView: { ...forecastView, ...patch } }));
}

/** Another window has another explanation. */
export function showWindow(window: number): void {
  const { other } = useStore.getState().forecastView;
  // A window is not compared with itself.
  const itself = other?.kind === "window" && other.window === window;
  changeView({ window, explained: null, ...(itself && { other: null }) });
}

export const compareWithWindow = (window: number): void => changeView({ other: { kind: "window", window } });

/** Another forecast of the project, looked at as the one before it. */
export async function showForecast(id: string): Promise<void> {
  const forecast = await storedForecast(id);
  if (!forecast) return;
  useStore.setState(({ forecastView: view }) => {
    const window = Math.min(view.window, forecast.windows.length - 1);
    const itself = view.other?.kind === "result" ? view.other.id === id : view.other?.window === window;
    return { forecast, forecastView: { ...view, stored: id, window, other: itself ? null : view.other, explained: null } };
  });
}

export async function compareWithResult(id: string, title: string): Promise<void> {
  const forecast = await storedForecast(id);
  if (forecast) changeView({ other: { kind: "result", id, title, forecast } });
}
