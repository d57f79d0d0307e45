// A bitmap on a grid of the project's plane: the mesh follows the projection, which four corners would not.

import { BitmapLayer } from "@deck.gl/layers";
import type { LonLat } from "../../core/geo/types.ts";

/** Squares along each side of the mesh; the error shrinks with its square: 6 m over 20 km become 0.02 m. */
const SQUARES = 16;

interface WarpedProps {
  /** Degrees of the point at these shares of the way from west to east and from south to north. */
  locate: (east: number, north: number) => LonLat;
  /** Drawn only between these shares of the map's width, from the left: two surfaces side by side at a divider. */
  between?: readonly [number, number];
}

const uniformBlock = `\
layout(std140) uniform swipeUniforms {
  vec2 between;
} swipe;
`;

const swipeUniforms = { name: "swipe", source: "", vs: uniformBlock, fs: uniformBlock, uniformTypes: { between: "vec2<f32>" } } as const;

/** The clip space of the whole map runs from -1 at its left to 1 at its right. */
const inject = {
  "vs:#decl": "out float acrossMap;",
  "vs:DECKGL_FILTER_GL_POSITION": "acrossMap = 0.5 + 0.5 * position.x / position.w;",
  "fs:#decl": "in float acrossMap;",
  "fs:DECKGL_FILTER_COLOR": "if (acrossMap < swipe.between.x || acrossMap >= swipe.between.y) discard;",
} as const;

const EVERYWHERE: readonly [number, number] = [-1e9, 1e9];

/** `bounds` must be a new array whenever `locate` changes: deck.gl makes the mesh anew only then. */
export class WarpedBitmapLayer extends BitmapLayer<WarpedProps> {
  static override layerName = "WarpedBitmapLayer";
  static override defaultProps = {
    ...BitmapLayer.defaultProps,
    locate: { type: "function", value: () => [0, 0] },
    between: { type: "array", value: EVERYWHERE, compare: true },
  } as typeof BitmapLayer.defaultProps;

  override getShaders(): ReturnType<BitmapLayer["getShaders"]> {
    const shaders = super.getShaders() as { readonly modules: readonly unknown[] };
    return { ...shaders, modules: [...shaders.modules, swipeUniforms], inject };
  }

  override draw(options: Parameters<BitmapLayer["draw"]>[0]): void {
    this.state.model?.shaderInputs.setProps({ swipe: { between: this.props.between ?? EVERYWHERE } });
    super.draw(options);
  }

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
