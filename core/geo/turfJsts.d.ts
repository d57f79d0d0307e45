// The part of JSTS that Turf publishes for its own use comes without types.

declare module "@turf/jsts" {
  import type { Geometry } from "geojson";

  /** A geometry of the Java Topology Suite. */
  interface JtsGeometry {
    isEmpty(): boolean;
  }
  const jsts: {
    readonly BufferOp: { bufferOp(geometry: JtsGeometry, distance: number, quadrantSegments: number): JtsGeometry };
    readonly GeoJSONReader: new () => { read(geometry: Geometry): JtsGeometry };
    readonly GeoJSONWriter: new () => { write(geometry: JtsGeometry): Geometry };
  };
  export default jsts;
}
