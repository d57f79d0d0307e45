// deck.gl's scatterplot with diamonds for circles: a mark that no other thing on the map has.

import { ScatterplotLayer } from "@deck.gl/layers";

/** How the circle is measured in deck.gl's fragment shader: Euclid's norm; a diamond is a ball of the other one. */
const CIRCLE = "length(unitPosition)";
const DIAMOND = "(abs(unitPosition.x) + abs(unitPosition.y))";

/** `getRadius` is from the middle to a corner. */
export class DiamondLayer<Datum> extends ScatterplotLayer<Datum> {
  static override layerName = "DiamondLayer";

  override getShaders(): ReturnType<ScatterplotLayer["getShaders"]> {
    const shaders = super.getShaders() as { readonly fs: string };
    return { ...shaders, fs: shaders.fs.replace(CIRCLE, DIAMOND) };
  }
}
