// A deck.gl layer of round dots as plain GL points: one vertex a dot, so a million cost what 200,000 instances do not.

import { Layer, project32, type Color, type DefaultProps, type LayerProps, type UpdateParameters } from "@deck.gl/core";
import { Model } from "@luma.gl/engine";

const uniformBlock = `\
layout(std140) uniform pointsUniforms {
  vec4 color;
  float diameter;
} points;
`;

const pointsUniforms = {
  name: "points",
  source: "",
  vs: uniformBlock,
  fs: uniformBlock,
  uniformTypes: { color: "vec4<f32>", diameter: "f32" },
} as const;

const vs = `#version 300 es
#define SHADER_NAME points-layer-vertex
in vec3 positions;
in vec3 positions64Low;
void main(void) {
  geometry.worldPosition = positions;
  gl_Position = project_position_to_clipspace(positions, positions64Low, vec3(0.0), geometry.position);
  gl_PointSize = points.diameter * project.devicePixelRatio;
}
`;

const fs = `#version 300 es
#define SHADER_NAME points-layer-fragment
precision highp float;
out vec4 fragColor;
void main(void) {
  vec2 fromCentre = gl_PointCoord - 0.5;
  if (dot(fromCentre, fromCentre) > 0.25) discard;
  fragColor = vec4(points.color.rgb, points.color.a * layer.opacity);
}
`;

interface PointsProps {
  /** Pixels. */
  diameter?: number;
  color?: Color;
}

export type PointsLayerProps = PointsProps & LayerProps;

const defaultProps: DefaultProps<PointsLayerProps> = {
  diameter: { type: "number", min: 0, value: 3 },
  color: { type: "color", value: [0, 0, 0, 255] },
};

/** `data`: {length: n, attributes: {getPosition: {value: Float64Array of 2n degrees, size: 2}}}. */
export class PointsLayer extends Layer<Required<PointsProps>> {
  static override layerName = "PointsLayer";
  static override defaultProps = defaultProps;
  declare state: { model?: Model };

  override getShaders() {
    return super.getShaders({ vs, fs, modules: [project32, pointsUniforms] });
  }

  override initializeState(): void {
    this.getAttributeManager()!.add({
      positions: { size: 3, type: "float64", fp64: this.use64bitPositions(), accessor: "getPosition" },
    });
  }

  override updateState(params: UpdateParameters<this>): void {
    super.updateState(params);
    if (!params.changeFlags.extensionsChanged) return;
    this.state.model?.destroy();
    this.state.model = new Model(this.context.device, {
      ...this.getShaders(),
      id: this.props.id,
      bufferLayout: this.getAttributeManager()!.getBufferLayouts(),
      topology: "point-list",
      isInstanced: false,
    });
    this.getAttributeManager()!.invalidateAll();
  }

  override draw(): void {
    const { model } = this.state;
    if (!model) return;
    const [red, green, blue, alpha = 255] = this.props.color as readonly number[];
    model.setVertexCount(this.getNumInstances());
    model.shaderInputs.setProps({
      points: { color: [red / 255, green / 255, blue / 255, alpha / 255], diameter: this.props.diameter },
    });
    model.draw(this.context.renderPass);
  }
}
