// Puts the chosen or the system's theme on the page.

import { schemeOf, watchScheme } from "../map/scheme.ts";
import { useStore } from "../store.ts";

export function followTheme(): () => void {
  const apply = (): void => {
    document.documentElement.dataset["theme"] = schemeOf(useStore.getState().theme);
  };
  apply();
  const stopSystem = watchScheme(apply);
  const stopStore = useStore.subscribe(apply);
  return () => {
    stopSystem();
    stopStore();
  };
}
