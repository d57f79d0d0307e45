// A sealed schedule of five invented hotspots over two days, with teams, hours, patrol areas and streets.

import type { FeatureCollection } from "geojson";
import { planeProjection, type Plane } from "../../../../core/geo/plane.ts";
import type { Hexagon } from "../../../../core/geo/types.ts";
import type { PatrolArea } from "../../../../core/plan/plan.ts";
import type { TaskingPackInput } from "../../../../core/trial/pack/taskingPack.ts";
import { START_PROTOCOL, type TrialUnit } from "../../../../core/trial/protocol.ts";
import type { SealedSchedule } from "../../../../core/trial/sealedSchedule.ts";

/** In the North Sea, as the sample is. */
export const PLANE: Plane = { kind: "british-national-grid" };
export const at = (east: number, north: number): { x: number; y: number } => ({ x: 608_000 + east, y: 506_000 + north });

const hexagon = (east: number): Hexagon => ({ kind: "hexagon", centre: at(east, 0), side: 150, rotation: 0 });

const unit = (id: string, name: string, east: number, rest: Partial<TrialUnit>): TrialUnit => ({ id, name, stratum: "", shapes: [hexagon(east)], ...rest });

/** T1 North now, T2 North by night only, T3 South, T4 everybody's; C9 is never on treatment. */
const UNITS: readonly TrialUnit[] = [
  unit("T1", "Market <Square>", 0, { team: "North" }),
  unit("T2", "Night Quay", 600, { team: "North", hours: [20, 21, 22, 23, 0, 1] }),
  unit("T3", "South Street", 1200, { team: "South" }),
  unit("T4", "Station", 1800, {}),
  unit("C9", "Never Lane", 2400, { team: "North" }),
];

export const SCHEDULE: SealedSchedule = {
  version: 2,
  reason: "T5 was pulled down",
  previous: "0".repeat(64),
  made: "2024-04-20T10:00:00.000Z",
  protocol: { ...START_PROTOCOL, title: "Harrowmere </script> trial", units: UNITS, first: Date.UTC(2024, 4, 1), days: 2 },
  origin: { kind: "drawn", attempt: 1 },
  kept: 0,
  begun: 0,
  changed: { arms: 2, begun: 0 },
  // 1 May: T1, T2, T3. 2 May: T1, T4.
  arms: Uint8Array.from([1, 1, 1, 0, 0, /**/ 1, 0, 0, 1, 0]),
  hash: "ab".repeat(32),
  seal: "3f9a02c1".padEnd(64, "7"),
};

const square = (east: number, north: number, side: number): PatrolArea["shape"] => ({ kind: "polygon", rings: [[at(east, north), at(east + side, north), at(east + side, north + side), at(east, north + side)]] });

export const PATROL_AREAS: readonly PatrolArea[] = [
  { id: "A1", name: "Arcade", hotspot: "T1", shape: square(-80, -80, 80), note: "" },
  { id: "A2", name: "Bus station", hotspot: "T1", shape: square(0, 0, 80), note: "" },
  { id: "A3", name: "Elsewhere", hotspot: null, shape: square(5000, 0, 80), note: "" },
];

const road = (name: string, ...points: [number, number][]) => ({
  type: "Feature" as const,
  properties: { name },
  geometry: { type: "LineString" as const, coordinates: points.map(([east, north]) => [...planeProjection(PLANE).inverse(at(east, north))]) },
});

export const STREETS: FeatureCollection = {
  type: "FeatureCollection",
  features: [road("High Street", [-1000, 0], [200, 0]), road("High Street", [200, 0], [3000, 0]), road("Mill Lane", [40, -400], [40, 400]), road("Ring Road", [-250, -500], [-250, 500]), road("", [500, 30], [700, 30])],
};

export const INPUT: TaskingPackInput = { schedule: SCHEDULE, from: 0, days: 2, team: null, patrolAreas: PATROL_AREAS, streets: STREETS, plane: PLANE, marking: "OFFICIAL" };
