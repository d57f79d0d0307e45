// The window's state with incidents for an allocation: most around one place, some anywhere on 3 × 3 km.

import { NO_FILTER } from "../../core/incidents/filter.ts";
import type { IncidentTable } from "../../core/incidents/table.ts";
import { createRandom } from "../../core/stats/random.ts";
import { EMPTY_PROJECT, type Filtered, type Incidents } from "../../renderer/store.ts";

const length = 800;

/** Every third is a robbery, the others thefts. */
export function allocationState() {
  const random = createRandom("allocation");
  const place = (): number => (random.uniform() < 0.5 ? 600 + 600 * random.uniform() : 3000 * random.uniform());
  const table = {
    length,
    plane: { kind: "local", lon0: 0, lat0: 52 },
    x: Float64Array.from({ length }, place),
    y: Float64Array.from({ length }, place),
    offence: Uint16Array.from({ length }, (_, i) => (i % 3 === 0 ? 1 : 0)),
    offences: [{ category: "Theft", name: "Theft" }, { category: "Robbery", name: "Robbery" }],
  } as unknown as IncidentTable;
  return {
    ...EMPTY_PROJECT,
    plane: table.plane,
    incidents: { table } as unknown as Incidents,
    filtered: { selected: Uint32Array.from({ length }, (_, i) => i), x: table.x, y: table.y, filter: NO_FILTER } as unknown as Filtered,
  };
}
