// The record of a design: data, filter, methods, rules, exclusions, hotspots and every step, as plain values.

import { area } from "../geo/area.ts";
import { bearing } from "../geo/bearing.ts";
import { centroid } from "../geo/centroid.ts";
import { countInAny, countInside } from "../geo/countInside.ts";
import { distance, distanceAtLeast } from "../geo/distance.ts";
import { bearingOfRotation } from "../geo/hexagon.ts";
import { perimeter } from "../geo/perimeter.ts";
import { planeProjection } from "../geo/plane.ts";
import type { PointIndex } from "../geo/pointIndex.ts";
import type { LonLat, Point } from "../geo/types.ts";
import type { AreaProfile } from "../hotspots/areas/profileOfAreas.ts";
import { captured, type Captured } from "../hotspots/captured.ts";
import { describeViolation, spacingViolations } from "../hotspots/spacing.ts";
import { groundOf } from "../plan/groundOf.ts";
import type { HistoryEntry } from "../plan/history.ts";
import type { Exclusion, Hotspot, PatrolArea, Plan } from "../plan/plan.ts";
import { designLog, type LogEntry } from "./designLog.ts";
import { methodRecord, type MethodRecord } from "./methodRecord.ts";
import type { RecordInput } from "./recordInput.ts";

/** Something at a distance: a neighbour, an exclusion. */
export interface Near {
  readonly id: string;
  readonly name: string;
  /** Between the two shapes, m; 0 where they overlap. */
  readonly gap: number;
  /** From centre to centre, degrees clockwise from the plane's north. */
  readonly bearing: number;
}

export interface AreaRecord {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly incidents: number;
  /** Of all incidents under the filter, 0 to 1; null where there are none. */
  readonly share: number | null;
  /** Days, by the plan's harm table; null where there is none. */
  readonly harm: number | null;
  /** m², m. */
  readonly area: number;
  readonly perimeter: number;
}

export interface HotspotRecord extends AreaRecord {
  readonly rank: number | null;
  readonly locked: boolean;
  /** m, and degrees of a corner clockwise from north; null for a polygon. */
  readonly hexagon: { readonly side: number; readonly bearing: number } | null;
  readonly lonLat: LonLat;
  readonly centre: Point;
  /** Hours in which patrols are offered; null: all. */
  readonly hours: readonly number[] | null;
  readonly profile: AreaProfile;
  readonly patrolAreas: readonly AreaRecord[];
  /** In the hotspot and its patrol areas, each incident once. */
  readonly together: number;
  /** The nearest first. */
  readonly neighbours: readonly Near[];
  readonly exclusions: readonly (Near & Pick<Exclusion, "reason" | "rule" | "overruled">)[];
  readonly violations: readonly string[];
}

export interface DesignRecord extends Pick<RecordInput, "project" | "made" | "version" | "cover" | "plane" | "sources" | "loaded" | "period" | "precision" | "reports" | "filter" | "withoutHarm"> {
  readonly kept: number;
  readonly buffer: number;
  readonly harm: Plan["harm"];
  /** Of all incidents under the filter, days. */
  readonly days: number | null;
  readonly methods: readonly MethodRecord[];
  readonly exclusions: readonly Exclusion[];
  /** In the order of their incidents, most first. */
  readonly hotspots: readonly HotspotRecord[];
  /** Patrol areas that stand by themselves. */
  readonly alone: readonly AreaRecord[];
  readonly captured: { readonly hotspots: Captured; readonly patrolAreas: Captured };
  readonly violations: readonly string[];
  /** What the plan held before the first step. */
  readonly began: Plan;
  readonly log: readonly LogEntry[];
}

const NEIGHBOURS = 5;

/**
 * @param entries - the history up to the present, its start first
 * @param index, harm - of the incidents that the filter keeps, by number and by days of harm (null: no table)
 * @param profiles - of each hotspot with its patrol areas, in the plan's order (core/hotspots/areas/profileOfAreas)
 */
export function designRecord(input: RecordInput, entries: readonly HistoryEntry[], index: PointIndex, harm: PointIndex | null, profiles: readonly AreaProfile[]): DesignRecord {
  const { plan } = entries[entries.length - 1];
  const whole = input.area.length === 0 ? null : input.area.reduce((sum, polygon) => sum + area(polygon), 0);
  const { project, made, version, cover, plane, sources, loaded, period, precision, reports, filter, withoutHarm } = input;
  const measure = (one: Hotspot | PatrolArea): AreaRecord => areaRecord(one, index, harm);
  const violations = spacingViolations(plan);
  const toLonLat = planeProjection(plane).inverse;
  const hotspots = plan.hotspots.map((hotspot, i): HotspotRecord => {
    const centre = centroid(hotspot.shape);
    const own = plan.patrolAreas.filter((one) => one.hotspot === hotspot.id);
    const ground = new Set([hotspot.id, ...own.map(({ id }) => id)]);
    return {
      ...measure(hotspot),
      rank: hotspot.rank,
      locked: hotspot.locked,
      hexagon: hotspot.shape.kind === "hexagon" ? { side: hotspot.shape.side, bearing: bearingOfRotation(hotspot.shape.rotation) } : null,
      lonLat: toLonLat(centre),
      centre,
      hours: hotspot.hours ?? null,
      profile: profiles[i],
      patrolAreas: own.map(measure),
      together: countInAny(index, groundOf(plan, hotspot)),
      neighbours: nearest(hotspot, plan.hotspots.filter(({ id }) => id !== hotspot.id), NEIGHBOURS),
      exclusions: exclusionsNear(plan, hotspot),
      violations: violations.filter(({ a, b }) => ground.has(a) || ground.has(b)).map((violation) => describeViolation(plan, violation)),
    };
  });
  return {
    project, made, version, cover, plane, sources, loaded, period, precision, reports, filter, withoutHarm,
    kept: index.total,
    buffer: plan.buffer,
    harm: plan.harm,
    days: harm?.total ?? null,
    methods: input.results.map(methodRecord),
    exclusions: plan.exclusions,
    hotspots: hotspots.sort((a, b) => b.incidents - a.incidents),
    alone: plan.patrolAreas.filter((one) => one.hotspot === null).map(measure),
    captured: {
      hotspots: captured(plan.hotspots.map(({ shape }) => shape), index, whole),
      patrolAreas: captured(plan.patrolAreas.map(({ shape }) => shape), index, whole),
    },
    violations: violations.map((violation) => describeViolation(plan, violation)),
    began: entries[0].plan,
    log: designLog(entries, index),
  };
}

function areaRecord({ id, name, note, shape }: Hotspot | PatrolArea, index: PointIndex, harm: PointIndex | null): AreaRecord {
  const incidents = countInside(index, shape);
  const share = index.total > 0 ? incidents / index.total : null;
  return { id, name, note, incidents, share, harm: harm && countInside(harm, shape), area: area(shape), perimeter: perimeter(shape) };
}

function nearest(from: Hotspot, others: readonly (Hotspot | Exclusion)[], most: number): Near[] {
  return others
    .map(({ id, name, shape }): Near => ({ id, name, gap: distance(from.shape, shape), bearing: bearing(centroid(from.shape), centroid(shape)) }))
    .sort((a, b) => a.gap - b.gap)
    .slice(0, most);
}

/** Those that the hotspot overlaps or that lie within two buffers of it: two hotspots' worth of distance. */
function exclusionsNear({ exclusions, buffer }: Plan, hotspot: Hotspot): HotspotRecord["exclusions"] {
  const near = exclusions.filter(({ shape }) => distanceAtLeast(hotspot.shape, shape) <= 2 * buffer);
  const byId = new Map(near.map((one) => [one.id, one]));
  return nearest(hotspot, near, near.length)
    .filter(({ gap }) => gap <= 2 * buffer)
    .map((one) => {
      const { reason, rule, overruled } = byId.get(one.id)!;
      return { ...one, reason, rule, overruled };
    });
}
