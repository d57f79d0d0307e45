// Who is whose neighbour, as lists in two columns: what local statistics of places are made of.

/** Binary weights w_ij = 1: the neighbours of i are members[starts[i]] to members[starts[i + 1] - 1], i itself not among them. */
export interface Neighbours {
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
}

/** Sum of the values of the neighbours of i. */
export function neighbourSum({ starts, members }: Neighbours, values: Float64Array, i: number): number {
  let sum = 0;
  for (let k = starts[i]; k < starts[i + 1]; k++) sum += values[members[k]];
  return sum;
}

/** Of each place, the sum of its neighbours' values and how many places that is of; `withSelf`: its own value too. */
export function neighbourhoodSums(neighbours: Neighbours, values: Float64Array, withSelf: boolean): { readonly sums: Float64Array; readonly members: Uint32Array } {
  const { starts } = neighbours;
  return {
    sums: values.map((value, i) => neighbourSum(neighbours, values, i) + (withSelf ? value : 0)),
    members: Uint32Array.from(values, (_, i) => starts[i + 1] - starts[i] + (withSelf ? 1 : 0)),
  };
}
