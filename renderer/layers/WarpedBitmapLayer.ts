// A bitmap on a grid of the project's plane: the mesh follows the projection, which four corners would not.

import { BitmapLayer } from "@deck.gl/layers";
import type { LonLat } from "../../core/geo/types.ts";

/** Squares along each side of the mesh; the error shrinks with its square: 6 m over 20 km become 0.02 m. */
const SQUARES = 16;

interface WarpedProps {
  /** Degrees of the point at these shares of the way from west to east and from south to north. */
  locate: (east: number, north: number) => LonLat;
}

/** `bounds` must be a new array whenever `locate` changes: deck.gl makes the mesh anew only then. */
export class WarpedBitmapLayer extends BitmapLayer<WarpedProps> {
  static override layerName = "WarpedBitmapLayer";
  static override defaultProps = { ...BitmapLayer.defaultProps, locate: { type: "function", value: () => [0, 0] } } as typeof BitmapLayer.defaultProps;

  protected override _createMesh() {
    const { locate } = this.props;
    const side = SQUARES + 1;
    const positions = new Float64Array(side * side * 3);
    const texCoords = new Float32Array(side * side * 2);
    const indices = new Uint32Array(SQUARES * SQUARES * 6);
    for (let row = 0, vertex = 0; row < side; row++) {
      for (let column = 0; column < side; column++, vertex++) {
        const [lon, lat] = locate(column / SQUARES, row / SQUARES);
        positions.set([lon, lat, 0], 3 * vertex);
        // The image's first row is the north.
        texCoords.set([column / SQUARES, 1 - row / SQUARES], 2 * vertex);
      }
    }
    for (let row = 0, at = 0; row < SQUARES; row++) {
      for (let column = 0; column < SQUARES; column++, at += 6) {
        const a = row * side + column;
        indices.set([a, a + 1, a + side, a + 1, a + side + 1, a + side], at);
      }
    }
    return { vertexCount: indices.length, positions, indices, texCoords };
  }
}
