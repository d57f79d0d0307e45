// The floor that every predictor has to beat: values that know nothing.

import type { Random } from "../../stats/random.ts";

/** One value in [0, 1) for each tile, uniform (Brandt et al. 2022, Table 3). */
export const predictRandom = (tiles: number, random: Random): Float64Array => Float64Array.from({ length: tiles }, () => random.uniform());
