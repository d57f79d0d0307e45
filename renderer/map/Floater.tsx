// The sentence beside the pointer, and the same sentence for screen readers.

import { useEffect, useState } from "react";
import { useSketch, useSketchPlace } from "../tools/sketch.ts";
import { theMap } from "./mapHandle.ts";

/** ms: what changes at every frame is read out when it has come to rest. */
const REST = 400;
/** Pixels that the sentence may need to the right and below. */
const WIDEST = 340;
const HIGHEST = 70;

export function Floater() {
  const { readout, tone } = useSketch();
  return (
    <>
      {readout !== null && <Beside readout={readout} tone={tone} />}
      <Spoken sentence={readout ?? ""} />
    </>
  );
}

/** Away from the hand, and always to the side on which there is room. */
function Beside({ readout, tone }: { readonly readout: string; readonly tone: string }) {
  const { x, y } = useSketchPlace();
  const { clientWidth, clientHeight } = theMap()?.getContainer() ?? document.documentElement;
  const side = `${x + WIDEST > clientWidth ? "left" : ""} ${y + HIGHEST > clientHeight ? "above" : ""}`;
  return (
    <div className={`floater ${tone} ${side}`} aria-hidden style={{ transform: `translate(${Math.round(x)}px, ${Math.round(y)}px)` }}>
      <span>{readout}</span>
    </div>
  );
}

function Spoken({ sentence }: { readonly sentence: string }) {
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    if (sentence === "") return;
    const timer = setTimeout(() => setSpoken(sentence), REST);
    return () => clearTimeout(timer);
  }, [sentence]);
  return <output className="visually-hidden" aria-live="polite" data-testid="map-readout">{spoken}</output>;
}
