// Offline basemaps: PMTiles files that the host keeps and reads by ranges.

import { InputError } from "../../core/errors.ts";
import { useStore } from "../store.ts";

/** "PMTiles" and the version that we read, at the start of the file. */
const MAGIC = "PMTiles";
const VERSION = 3;

/**
 * Gives the file to the host, which keeps a copy, and shows it.
 * @throws InputError if it is not a PMTiles file of version 3
 */
export async function addBasemap(file: File): Promise<void> {
  const { host } = useStore.getState();
  if (!host) throw new Error("There is no host");
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  const magic = String.fromCharCode(...head.subarray(0, 7));
  if (magic !== MAGIC || head[7] !== VERSION) {
    const found = magic === MAGIC ? `PMTiles version ${head[7]}` : "another kind of file";
    throw new InputError(`${file.name} is ${found}; a basemap must be a PMTiles file of version ${VERSION}. Convert it with the pmtiles program.`);
  }
  const basemap = await host.addBasemap({ name: file.name.replace(/\.pmtiles$/i, ""), bytes: new Uint8Array(await file.arrayBuffer()) });
  useStore.setState((state) => ({
    basemaps: [...state.basemaps.filter(({ id }) => id !== basemap.id), basemap],
    basemap: basemap.id,
  }));
}

/** null: the plain ground. */
export const chooseBasemap = (id: string | null): void => useStore.setState({ basemap: id });
