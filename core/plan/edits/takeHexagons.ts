// Takes over a proposed set of hexagons: hotspots move to the proposals nearest to them, the rest comes and goes.

import { pairHexagons } from "../../hotspots/pairHexagons.ts";
import type { Hexagon } from "../../geo/types.ts";
import type { Hotspot, Plan } from "../plan.ts";
import { remove } from "./remove.ts";
import type { Addition } from "./edit.ts";

const isHexagonal = (hotspot: Hotspot): hotspot is Hotspot & { readonly shape: Hexagon } => hotspot.shape.kind === "hexagon";

/** Hotspots that a proposed set may replace: hexagons that are not locked and have no patrol area of their own. */
export const replaceable = (plan: Plan): (Hotspot & { readonly shape: Hexagon })[] => {
  const withAreas = new Set(plan.patrolAreas.map(({ hotspot }) => hotspot));
  return plan.hotspots.filter(isHexagonal).filter(({ id, locked }) => !locked && !withAreas.has(id));
};

/**
 * A hotspot that moves keeps its id, name and note, and loses its rank, which spoke of a cell.
 * @param replaced - ids of hotspots that give way: what they are not needed for is deleted; empty: all proposals are added
 */
export function takeHexagons(plan: Plan, proposed: readonly Hexagon[], replaced: readonly string[]): Addition {
  const standing = replaceable(plan).filter(({ id }) => replaced.includes(id));
  const pairs = pairHexagons(standing.map(({ shape }) => shape), proposed);
  const moved = new Map(pairs.flatMap(({ from, to }) => (from === null || to === null ? [] : [[standing[from].id, proposed[to]] as const])));
  const extra = pairs.flatMap(({ from, to }) => (from === null && to !== null ? [proposed[to]] : []));
  const added = extra.map((shape, i): Hotspot => ({ id: `h${plan.next + i}`, name: `H${plan.next + i}`, shape, rank: null, note: "", locked: false }));
  const kept = remove(plan, standing.map(({ id }) => id).filter((id) => !moved.has(id))).plan;
  const hotspots = kept.hotspots.map((hotspot) => {
    const shape = moved.get(hotspot.id);
    return shape ? { ...hotspot, shape, rank: null } : hotspot;
  });
  return {
    plan: { ...kept, hotspots: [...hotspots, ...added], next: plan.next + added.length },
    label: standing.length > 0 ? `Replace ${named(standing.length)} by the proposed ${proposed.length}` : `Add ${named(proposed.length)} as proposed`,
    skipped: [],
    added: [...moved.keys(), ...added.map(({ id }) => id)],
  };
}

const named = (n: number): string => `${n} ${n === 1 ? "hotspot" : "hotspots"}`;
