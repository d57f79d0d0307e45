// The values of a table of location-days, by arm.

/** In the place of an arm: the location-day takes no part. */
export const LEFT_OUT = 2;

export interface ByArm {
  readonly treatment: Float64Array;
  readonly control: Float64Array;
}

/** @param arms - one a value: 1 treatment, 0 control, LEFT_OUT */
export function splitByArm(values: ArrayLike<number>, arms: Uint8Array): ByArm {
  const { treatment: n, control: m } = armSizes(arms);
  const treatment = new Float64Array(n), control = new Float64Array(m);
  let t = 0, c = 0;
  for (let i = 0; i < arms.length; i++) {
    if (arms[i] === 1) treatment[t++] = values[i];
    else if (arms[i] === 0) control[c++] = values[i];
  }
  return { treatment, control };
}

/** Location-days of each arm. */
export function armSizes(arms: Uint8Array): { readonly treatment: number; readonly control: number } {
  let treatment = 0, control = 0;
  for (const arm of arms) {
    if (arm === 1) treatment++;
    else if (arm === 0) control++;
  }
  return { treatment, control };
}
