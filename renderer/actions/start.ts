// The start of the window.

import { createBrowserPool } from "../../workers/browserPool.ts";
import { connectHost } from "../hostClient.ts";
import { useStore } from "../store.ts";
import { attempt } from "./messages.ts";
import { followPreferences, preferences, takePreferences } from "./preferences.ts";
import { openProject } from "./project.ts";
import { openSample } from "./sample.ts";
import { followSettings } from "./settings.ts";

/**
 * Connects to the host and starts the workers.
 * @returns what opens the last project, or the sample at the very first start
 */
export async function start(): Promise<() => Promise<void>> {
  const host = await connectHost();
  const [about, stored, recent, basemaps] = await Promise.all([
    host.about({}), host.getPreferences({}), host.listProjects({}), host.listBasemaps({}),
  ]);
  takePreferences(stored);
  useStore.setState({ host, about, recent, basemaps, pool: createBrowserPool(navigator.hardwareConcurrency) });
  followPreferences();
  followSettings();
  const last = recent.find(({ id, problem }) => id === preferences().project && !problem);
  return () =>
    attempt("Opening the project", async () => {
      if (last) await openProject(last.id);
      else if (recent.length === 0) await openSample();
      else useStore.setState({ dialog: "projects" });
    });
}
