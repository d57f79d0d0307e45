// The phone's position, where its owner permits it.

import type { Fix } from "../../core/trial/pack/patrolLog.ts";

const OPTIONS: PositionOptions = { enableHighAccuracy: true, timeout: 30_000, maximumAge: 10_000 };

/** Once. */
export const locate = (found: (fix: Fix) => void, missing: (words: string) => void): void => {
  if (!("geolocation" in navigator)) return missing(NOWHERE);
  navigator.geolocation.getCurrentPosition((position) => found(fixOf(position)), (problem) => missing(wordsFor(problem)), OPTIONS);
};

/** Again and again. @returns what ends it */
export function follow(found: (fix: Fix) => void, missing: (words: string) => void): () => void {
  if (!("geolocation" in navigator)) {
    missing(NOWHERE);
    return () => undefined;
  }
  const watch = navigator.geolocation.watchPosition((position) => found(fixOf(position)), (problem) => missing(wordsFor(problem)), OPTIONS);
  return () => navigator.geolocation.clearWatch(watch);
}

const NOWHERE = "This phone gives no position to this page";

const fixOf = ({ coords }: GeolocationPosition): Fix => ({ lon: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy });

const wordsFor = ({ code, PERMISSION_DENIED }: GeolocationPositionError): string => (code === PERMISSION_DENIED ? "Position is not permitted" : "No position was found");
