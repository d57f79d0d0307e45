// The map: MapLibre's ground, deck.gl's layers, the tools, the legend, and the sentence beside the pointer.

import "./fonts.css";
import "./map.css";
import { useEffect, useRef, useState } from "react";
import { useStore } from "../store.ts";
import { Floater } from "./Floater.tsx";
import { Legend } from "./Legend.tsx";
import { showMap } from "./showMap.ts";
import { SwipeDivider } from "./SwipeDivider.tsx";

export function MapView() {
  const container = useRef<HTMLDivElement>(null);
  // A graphics card that fell asleep loses everything on it: then the whole map is made anew.
  const [generation, setGeneration] = useState(0);
  const [failure, setFailure] = useState(false);
  useEffect(() => {
    if (!container.current) return;
    try {
      return showMap(container.current, () => setGeneration((n) => n + 1));
    } catch (error) {
      console.error(error);
      const asked = requestAnimationFrame(() => setFailure(true));
      return () => cancelAnimationFrame(asked);
    }
  }, [generation]);
  const busy = useStore((state) => state.plane === null);
  return (
    <div className="map-view" role="application" aria-label="Map" aria-roledescription="map">
      <div key={generation} ref={container} className="map-canvas" data-testid="map" data-ready="false" data-empty={busy} />
      {failure && (
        <p className="map-failure">
          The map cannot be drawn here: it needs WebGL 2. Switch on hardware acceleration, or update the graphics driver. Panels and exports work without it.
        </p>
      )}
      <SwipeDivider />
      <Legend />
      <Floater />
    </div>
  );
}
