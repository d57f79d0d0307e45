// The sentence beside the pointer, and the same sentence for screen readers.

import { useEffect, useState } from "react";
import { useSketch, useSketchPlace } from "../tools/sketch.ts";

/** ms: what changes at every frame is read out when it has come to rest. */
const REST = 400;

export function Floater() {
  const { readout, tone } = useSketch();
  const { x, y } = useSketchPlace();
  return (
    <>
      {readout !== null && (
        // Away from the hand, and always to the side on which there is room.
        <div className={`floater ${tone}`} aria-hidden style={{ transform: `translate(${Math.round(x)}px, ${Math.round(y)}px)` }}>
          <span>{readout}</span>
        </div>
      )}
      <Spoken sentence={readout ?? ""} />
    </>
  );
}

function Spoken({ sentence }: { readonly sentence: string }) {
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    if (sentence === "") return;
    const timer = setTimeout(() => setSpoken(sentence), REST);
    return () => clearTimeout(timer);
  }, [sentence]);
  return <div className="visually-hidden" role="status" aria-live="polite" data-testid="map-readout">{spoken}</div>;
}
