// Copies hotspots, patrol areas, exclusions and expert points beside the originals.

import { moveShape } from "../../geo/moveShape.ts";
import type { Plan } from "../plan.ts";
import { entitiesOf, nameOf, type Addition } from "./edit.ts";

/** By dx to the east and dy to the north, m. Copies are not locked and have no rank: nothing was counted for them. */
export function duplicate(plan: Plan, ids: readonly string[], dx: number, dy: number): Addition {
  const originals = entitiesOf(plan, ids);
  let next = plan.next;
  const fresh = new Map<string, { id: string; name: string }>();
  for (const entity of originals) {
    const letter = "locked" in entity ? "h" : "hotspot" in entity ? "p" : "reason" in entity ? "x" : "e";
    fresh.set(entity.id, { id: `${letter}${next}`, name: `${letter.toUpperCase()}${next}` });
    next++;
  }
  const copy = <E extends { readonly id: string }>(entities: readonly E[], make: (entity: E, named: { id: string; name: string }) => E): E[] =>
    entities.flatMap((entity) => {
      const named = fresh.get(entity.id);
      return named ? [make(entity, named)] : [];
    });
  return {
    plan: {
      ...plan,
      hotspots: [
        ...plan.hotspots,
        ...copy(plan.hotspots, (one, named) => ({ ...one, ...named, shape: moveShape(one.shape, dx, dy), rank: null, locked: false })),
      ],
      patrolAreas: [
        ...plan.patrolAreas,
        // A patrol area copied together with its hotspot belongs to the copy.
        ...copy(plan.patrolAreas, (one, named) => ({
          ...one,
          ...named,
          shape: moveShape(one.shape, dx, dy),
          hotspot: (one.hotspot !== null && fresh.get(one.hotspot)?.id) || one.hotspot,
        })),
      ],
      exclusions: [
        ...plan.exclusions,
        // A copy stands by hand: its rule would take it away when it is applied again.
        ...copy(plan.exclusions, ({ shape, reason }, named) => ({ ...named, reason, shape: moveShape(shape, dx, dy) })),
      ],
      expertPoints: [
        ...plan.expertPoints,
        ...copy(plan.expertPoints, (one, named) => ({ ...one, ...named, place: { x: one.place.x + dx, y: one.place.y + dy } })),
      ],
      next,
    },
    label: `Duplicate ${nameOf(originals)}`,
    skipped: [],
    added: [...fresh.values()].map(({ id }) => id),
  };
}
