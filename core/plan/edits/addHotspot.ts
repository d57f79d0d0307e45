// Adds a hotspot.

import { orient } from "../../geo/orient.ts";
import type { Shape } from "../../geo/types.ts";
import type { Hotspot, Plan } from "../plan.ts";
import type { Addition } from "./edit.ts";

export function addHotspot(plan: Plan, shape: Shape): Addition {
  const hotspot: Hotspot = {
    id: `h${plan.next}`,
    name: `H${plan.next}`,
    shape: shape.kind === "polygon" ? orient(shape) : shape,
    rank: null,
    note: "",
    locked: false,
  };
  return {
    plan: { ...plan, hotspots: [...plan.hotspots, hotspot], next: plan.next + 1 },
    label: `Add ${hotspot.name}`,
    skipped: [],
    added: [hotspot.id],
  };
}
