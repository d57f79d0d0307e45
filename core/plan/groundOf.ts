// The ground of a hotspot: its own shape and its patrol areas, which are treated together.

import type { Shape } from "../geo/types.ts";
import type { Hotspot, Plan } from "./plan.ts";

/** The hotspot's own shape first; they may overlap. */
export const groundOf = ({ patrolAreas }: Pick<Plan, "patrolAreas">, { id, shape }: Hotspot): Shape[] => [
  shape,
  ...patrolAreas.filter(({ hotspot }) => hotspot === id).map((area) => area.shape),
];
