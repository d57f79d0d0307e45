// Light or dark: what the theme comes to on this computer.

import { useSyncExternalStore } from "react";
import { useStore } from "../store.ts";

export type Scheme = "light" | "dark";

const query = matchMedia("(prefers-color-scheme: dark)");

export function schemeOf(theme: "system" | Scheme): Scheme {
  if (theme !== "system") return theme;
  return query.matches ? "dark" : "light";
}

export function watchScheme(changed: () => void): () => void {
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

export function useScheme(): Scheme {
  const theme = useStore((state) => state.theme);
  return useSyncExternalStore(watchScheme, () => schemeOf(theme));
}
