// The design log: what each step of the history did to the plan, by how much, and what it gained.

import { area } from "../geo/area.ts";
import { countInside } from "../geo/countInside.ts";
import type { PointIndex } from "../geo/pointIndex.ts";
import { describeViolation, spacingViolations, type Violation } from "../hotspots/spacing.ts";
import type { Entity } from "../plan/edits/edit.ts";
import type { HistoryEntry } from "../plan/history.ts";
import type { Plan } from "../plan/plan.ts";
import { describeChange, type ChangeInWords } from "./describeChange.ts";
import { stepOrigin, type StepOrigin } from "./stepOrigin.ts";

export type EntityKind = "hotspot" | "patrol area" | "exclusion" | "expert point" | "plan";

/** A number before a step and after it; null where there was none. */
export interface BeforeAfter {
  readonly before: number | null;
  readonly after: number | null;
}

export interface LogChange extends ChangeInWords {
  /** "" for the plan's own numbers. */
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  /** m²; null where there is no shape. */
  readonly area: BeforeAfter | null;
  /** Incidents inside a hotspot or patrol area whose shape changed; null for others, and where no incidents are given. */
  readonly incidents: BeforeAfter | null;
}

/** A rule of spacing, and the two that it is about. */
export interface LoggedViolation {
  readonly between: readonly [string, string];
  readonly words: string;
}

export interface LogEntry {
  /** 1 = the first step after the start. */
  readonly step: number;
  readonly label: string;
  readonly origin: StepOrigin;
  readonly changes: readonly LogChange[];
  /** Rules of spacing that were kept before the step and not after it, and the other way about. */
  readonly appeared: readonly LoggedViolation[];
  readonly resolved: readonly LoggedViolation[];
}

/**
 * One entry a step, in their order; the history keeps no times, and what was undone is not in it.
 *
 * Incidents before and after are those of `index`, the filter of today: a step is judged by the data that the plan stands
 * on now, which need not be what was on the screen when it was made.
 *
 * @param entries - the history up to the present, its start first
 * @param index - null: no incidents are told
 */
export const designLog = (entries: readonly HistoryEntry[], index: PointIndex | null): LogEntry[] =>
  entries.slice(1).map(({ label, plan }, i) => logEntry(i + 1, label, entries[i].plan, plan, index));

function logEntry(step: number, label: string, before: Plan, after: Plan, index: PointIndex | null): LogEntry {
  const pairs = changedEntities(before, after);
  const moved = new Set(pairs.filter(({ from, to }) => hasNewShape(from, to) || !from || !to || matters(from) !== matters(to)).map(({ id }) => id));
  const [was, is] = [violationsOf(before, moved, before.buffer !== after.buffer), violationsOf(after, moved, before.buffer !== after.buffer)];
  return {
    step,
    label,
    origin: stepOrigin(label),
    changes: [
      ...pairs
        .map(({ id, from, to }) => ({
          id,
          name: (to ?? from)!.name,
          kind: kindOf((to ?? from)!),
          ...describeChange(from, to),
          area: beforeAfter(from, to, (entity) => areaOf(entity)),
          incidents: index && hasNewShape(from, to) ? beforeAfter(from, to, (entity) => incidentsIn(index, entity)) : null,
        }))
        // What was made anew as it was (a rule applied again) has not changed.
        .filter(({ what }) => what !== ""),
      ...planChanges(before, after),
    ],
    appeared: [...is].filter(([key]) => !was.has(key)).map(([, violation]) => logged(after, violation)),
    resolved: [...was].filter(([key]) => !is.has(key)).map(([, violation]) => logged(before, violation)),
  };
}

interface Pair {
  readonly id: string;
  readonly from: Entity | null;
  readonly to: Entity | null;
}

const LISTS = ["hotspots", "patrolAreas", "exclusions", "expertPoints"] as const;

/** Plans are immutable: a list or an entity that is the same object has not changed. In the order of the plan, what is gone last. */
function changedEntities(before: Plan, after: Plan): Pair[] {
  return LISTS.filter((list) => before[list] !== after[list]).flatMap((list) => {
    const old = new Map<string, Entity>(before[list].map((entity) => [entity.id, entity]));
    const changed: Pair[] = [];
    for (const to of after[list]) {
      const from = old.get(to.id) ?? null;
      old.delete(to.id);
      if (from !== to) changed.push({ id: to.id, from, to });
    }
    return [...changed, ...[...old].map(([id, from]) => ({ id, from, to: null }))];
  });
}

const kindOf = (entity: Entity): EntityKind =>
  "locked" in entity ? "hotspot" : "hotspot" in entity ? "patrol area" : "reason" in entity ? "exclusion" : "expert point";

const hasNewShape = (from: Entity | null, to: Entity | null): boolean => 
  !from || !to || (shapeOf(from) !== shapeOf(to) && JSON.stringify(shapeOf(from)) !== JSON.stringify(shapeOf(to)));

const shapeOf = (entity: Entity): unknown => ("shape" in entity ? entity.shape : entity.place);

/** What else than the shape the rules of spacing ask: whose a patrol area is, and whether an exclusion holds. */
const matters = (entity: Entity): unknown => ("hotspot" in entity ? entity.hotspot : "reason" in entity ? entity.overruled === undefined : null);

const areaOf = (entity: Entity): number | null => ("shape" in entity ? area(entity.shape) : null);

const incidentsIn = (index: PointIndex, entity: Entity): number | null =>
  "locked" in entity || "hotspot" in entity ? countInside(index, entity.shape) : null;

function beforeAfter(from: Entity | null, to: Entity | null, measure: (entity: Entity) => number | null): BeforeAfter | null {
  const before = from && measure(from), after = to && measure(to);
  return before === null && after === null ? null : { before, after };
}

/** The violations that involve one of these, by what tells one from another. */
function violationsOf(plan: Plan, ids: ReadonlySet<string>, all: boolean): Map<string, Violation> {
  const placed = [...plan.hotspots, ...plan.patrolAreas].filter(({ id }) => ids.has(id));
  const exclusions = plan.exclusions.filter(({ id }) => ids.has(id));
  const found = all
    ? spacingViolations(plan)
    : [
        ...spacingViolations(plan, placed),
        ...(exclusions.length > 0 ? spacingViolations({ ...plan, patrolAreas: [], exclusions }).filter(({ kind }) => kind === "in-exclusion") : []),
      ];
  return new Map(found.map((violation) => [`${violation.kind} ${[violation.a, violation.b].sort().join(" ")}`, violation]));
}

const logged = (plan: Plan, violation: Violation): LoggedViolation => ({ between: [violation.a, violation.b], words: describeViolation(plan, violation) });

function planChanges(before: Plan, after: Plan): LogChange[] {
  const what = [
    ...(before.buffer !== after.buffer ? [`has a buffer of ${after.buffer} m, before ${before.buffer} m`] : []),
    ...(before.side !== after.side ? [`makes new hexagons of ${after.side} m edge, before ${before.side} m`] : []),
    ...(before.harm !== after.harm ? [after.harm ? `has the harm table ${after.harm.name} of ${after.harm.weights.length} offences` : "has no harm table any more"] : []),
  ];
  if (what.length === 0) return [];
  return [{ id: "", name: "The plan", kind: "plan", what: what.join(", "), moved: null, bearing: null, turned: null, area: null, incidents: null }];
}
