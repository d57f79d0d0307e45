// basemap:// for MapLibre: tiles out of a PMTiles file that the host reads by ranges. Nothing leaves the machine.

import { addProtocol, removeProtocol } from "maplibre-gl";
import { PMTiles, Protocol, type Source } from "pmtiles";
import type { Host } from "../../core/host.ts";

const SCHEME = "pmtiles";

export const basemapUrl = (id: string): string => `${SCHEME}://${id}`;

let protocol: Protocol | null = null;

/** Registers the protocol on first use; `id` is the host's name for the file. */
export function serveBasemap(host: Host, id: string): void {
  if (!protocol) {
    protocol = new Protocol();
    addProtocol(SCHEME, protocol.tile);
  }
  if (!protocol.get(id)) protocol.add(new PMTiles(hostSource(host, id)));
}

export function stopServingBasemaps(): void {
  removeProtocol(SCHEME);
  protocol = null;
}

function hostSource(host: Host, id: string): Source {
  return {
    getKey: () => id,
    async getBytes(offset, length) {
      const bytes = await host.readBasemap({ id, offset, length });
      // PMTiles keeps the buffer: it must hold these bytes and no others.
      return { data: bytes.slice().buffer as ArrayBuffer };
    },
  };
}

const FONTS = ["16px 'Noto Sans Regular'", "500 16px 'Noto Sans Medium'", "italic 16px 'Noto Sans Italic'"];
/** A letter of each script whose files are shipped: a font file is fetched only when a letter needs it. */
const LETTERS = "AĀЖΩạ";

/** MapLibre draws each letter once, with whatever font is there: so the fonts come first. */
export const basemapFontsReady = (): Promise<unknown> => Promise.all(FONTS.map((font) => document.fonts.load(font, LETTERS)));
