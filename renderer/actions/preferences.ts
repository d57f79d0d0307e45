// The person's own settings, kept by the host: the browser's storage belongs to a port that changes at every start.

import type { JsonValue } from "../../core/json.ts";
import { useStore, type CoordinateSystem, type Theme } from "../store.ts";

export interface Preferences {
  readonly theme: Theme;
  readonly coordinates: CoordinateSystem;
  readonly snapping: boolean;
  /** dockview's own record of the panels; null = the default layout. */
  readonly layout: JsonValue;
  /** The project that was open last. */
  readonly project: string | null;
  /** Who places expert points here, as last typed; empty until somebody says. */
  readonly author: string;
}

const DEFAULTS: Preferences = { theme: "system", coordinates: "lonlat", snapping: true, layout: null, project: null, author: "" };

let current: Preferences = DEFAULTS;

export const preferences = (): Preferences => current;

/** Any field that this version cannot read falls back to its default. */
export function takePreferences(stored: JsonValue): void {
  const given = (typeof stored === "object" && stored !== null ? stored : {}) as Partial<Record<keyof Preferences, JsonValue>>;
  current = {
    theme: given.theme === "light" || given.theme === "dark" ? given.theme : "system",
    coordinates: given.coordinates === "plane" ? "plane" : "lonlat",
    snapping: given.snapping !== false,
    layout: given.layout ?? null,
    project: typeof given.project === "string" ? given.project : null,
    author: typeof given.author === "string" ? given.author : "",
  };
  const { theme, coordinates, snapping } = current;
  useStore.setState({ theme, coordinates, snapping });
}

let timer: ReturnType<typeof setTimeout> | undefined;

export function keepPreferences(patch: Partial<Preferences>): void {
  current = { ...current, ...patch };
  clearTimeout(timer);
  timer = setTimeout(() => {
    // A lost preference costs a click; it is no reason to interrupt anybody.
    void useStore.getState().host?.putPreferences({ preferences: current as unknown as JsonValue }).catch(console.error);
  }, 400);
}

/** Theme, coordinate system and snapping are kept as soon as they change. */
export function followPreferences(): () => void {
  return useStore.subscribe(({ theme, coordinates, snapping }) => {
    if (theme === current.theme && coordinates === current.coordinates && snapping === current.snapping) return;
    keepPreferences({ theme, coordinates, snapping });
  });
}
