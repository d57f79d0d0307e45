// A trial of two square hotspots, 100 m wide and 300 m apart, in a local plane; rows of activity read as a file would be.

import type { Polygon } from "../../../../core/geo/types.ts";
import type { ActivityKind } from "../../../../core/trial/dosage/activity.ts";
import { readActivity, type ReadActivity } from "../../../../core/trial/dosage/readActivity.ts";
import type { TrialDays, TrialUnit } from "../../../../core/trial/protocol.ts";
import { nodeContext } from "../../../support/nodeContext.ts";

const square = (x: number): Polygon => ({ kind: "polygon", rings: [[{ x, y: 0 }, { x: x + 100, y: 0 }, { x: x + 100, y: 100 }, { x, y: 100 }]] });

export const TWO: readonly TrialUnit[] = [
  { id: "a", name: "Market", stratum: "", shapes: [square(0)] },
  { id: "b", name: "Station", stratum: "", shapes: [square(400)] },
];

/** Four days from 1 June 2024, each from 06:00. */
export const FOUR_DAYS: TrialDays = { first: Date.UTC(2024, 5, 1), days: 4, startHour: 6, clocks: "none" };

/** Each hotspot every other day. */
export const ARMS = Uint8Array.of(1, 0, 0, 1, 1, 0, 0, 1);

/** "2024-06-01 12:15" as ms of local civil time read as UTC. */
export const at = (text: string): number => Date.parse(`${text.replace(" ", "T")}Z`);

type Input = Parameters<typeof readActivity.params.parse>[0];

export async function readText(text: string, kind: ActivityKind, more: object = {}): Promise<ReadActivity> {
  const given: Input = { source: { kind: "text", file: new Blob([text]) }, name: "file.csv", kind, units: TWO, plane: { kind: "local", lon0: 0, lat0: 0 }, ...more };
  return readActivity.run(readActivity.params.parse(given), nodeContext);
}

/** A place in the plane as "longitude,latitude": near 0°, 0° a degree is 111,319.49 m to the east and 110,574.28 m to the north. */
export const lonLat = (x: number, y: number): string => `${(x / 111_319.49).toFixed(7)},${(y / 110_574.28).toFixed(7)}`;
