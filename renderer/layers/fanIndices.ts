// Triangles of many convex polygons, fans about each one's first corner: deck.gl then cuts nothing up itself.

/** @param starts where each polygon's corners start, one more than polygons; its first corner stands again at its end */
export function fanIndices(starts: Uint32Array): Uint32Array {
  const polygons = starts.length - 1;
  let triangles = 0;
  for (let i = 0; i < polygons; i++) triangles += Math.max(0, starts[i + 1] - starts[i] - 3);
  const indices = new Uint32Array(3 * triangles);
  let at = 0;
  for (let i = 0; i < polygons; i++) {
    const first = starts[i];
    for (let k = first + 1; k < starts[i + 1] - 2; k++) {
      indices[at++] = first;
      indices[at++] = k;
      indices[at++] = k + 1;
    }
  }
  return indices;
}
