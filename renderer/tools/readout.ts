// The sentence beside the pointer: what the change does, in the numbers that decide.

import { countInAny, countInside, gainedLost } from "../../core/geo/countInside.ts";
import type { PointIndex } from "../../core/geo/pointIndex.ts";
import type { Shape } from "../../core/geo/types.ts";
import { describeViolation, nearestNeighbour, spacingViolations } from "../../core/hotspots/spacing.ts";
import type { Hotspot, Plan } from "../../core/plan/plan.ts";
import { count, metres } from "../ui/format.ts";
import { isShape, placedOf, shapesOf } from "./handles.ts";
import type { Tone } from "./sketch.ts";

export interface Readout {
  readonly readout: string;
  readonly tone: Tone;
}

/** "H7 · 412 incidents (+31 −12) · 82 m from H12; needs 150 m". */
export function changeReadout(from: Plan, plan: Plan, ids: readonly string[], index: PointIndex | null, what = ""): Readout {
  const changed = placedOf(plan).filter(({ id }) => ids.includes(id));
  const name = changed.length === 1 ? changed[0].name : `${changed.length} selected`;
  const hotspots = plan.hotspots.filter(({ id }) => ids.includes(id));
  const shapes = changed.filter(isShape).map(({ shape }) => shape);
  const before = shapesOf(from).find(({ id }) => id === ids[0])?.shape ?? null;
  const incidents = index && shapes.length > 0 && (shapes.length === 1 ? countSentence(index, before, shapes[0]) : `${count(countInAny(index, shapes))} incidents`);
  const spacing = hotspots.length > 0 ? spacingSentence(plan, hotspots) : null;
  return { readout: [name, what, incidents, spacing?.readout].filter(Boolean).join(" · "), tone: spacing?.tone ?? "plain" };
}

/** The name stands at the head of the readout already: "H7 is 82 m from H12" → "82 m from H12". */
export function withoutName(sentence: string, name: string): string {
  for (const start of [`${name} is `, `${name} `]) if (sentence.startsWith(start)) return sentence.slice(start.length);
  return sentence;
}

function countSentence(index: PointIndex, from: Shape | null, to: Shape): string {
  if (!from) return `${count(countInside(index, to))} incidents`;
  const { inside, gained, lost } = gainedLost(index, from, to);
  return `${count(inside)} incidents (+${count(gained)} −${count(lost)})`;
}

/** The worst broken rule of these hotspots; where all is well, the nearest neighbour of the only one. */
function spacingSentence(plan: Plan, hotspots: readonly Hotspot[]): Readout | null {
  const violations = spacingViolations(plan, hotspots);
  if (violations.length > 0) {
    const worst = violations.reduce((a, b) => (b.needed - b.gap > a.needed - a.gap ? b : a));
    const more = violations.length > 1 ? ` (and ${violations.length - 1} more)` : "";
    const sentence = describeViolation(plan, worst);
    return { readout: (hotspots.length === 1 ? withoutName(sentence, hotspots[0].name) : sentence) + more, tone: "bad" };
  }
  if (hotspots.length > 1) return { readout: "spacing kept", tone: "good" };
  const nearest = nearestNeighbour(plan, hotspots[0]);
  const neighbour = nearest && plan.hotspots.find(({ id }) => id === nearest.id);
  return nearest && neighbour ? { readout: `${metres(nearest.gap)} from ${neighbour.name}`, tone: "good" } : null;
}
