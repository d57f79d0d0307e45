// Puts the chosen or the system's theme on the page.

import { useStore, type State } from "../store.ts";

export type ShownTheme = "light" | "dark";

const system = window.matchMedia("(prefers-color-scheme: dark)");

export const shownTheme = ({ theme }: Pick<State, "theme">): ShownTheme =>
  theme === "system" ? (system.matches ? "dark" : "light") : theme;

export function followTheme(): () => void {
  const apply = (): void => {
    document.documentElement.dataset["theme"] = shownTheme(useStore.getState());
  };
  apply();
  system.addEventListener("change", apply);
  const stop = useStore.subscribe(apply);
  return () => {
    stop();
    system.removeEventListener("change", apply);
  };
}
