// Web Mercator's scale.

/** Metres on the ground that a CSS pixel spans; 512-pixel tiles, as MapLibre counts zoom. */
export const metresPerPixelAt = (latitude: number, zoom: number): number =>
  (2 * Math.PI * 6378137 * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom);
