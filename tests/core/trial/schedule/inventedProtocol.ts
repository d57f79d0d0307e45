// A small invented protocol: day and night hotspots, some in groups, and a version sealed from it.

import { START_PROTOCOL, type TrialProtocol, type TrialUnit } from "../../../../core/trial/protocol.ts";
import type { SealedSchedule } from "../../../../core/trial/sealedSchedule.ts";
import { datesOf } from "../../../../core/trial/schedule/datesOf.ts";
import { drawSchedule } from "../../../../core/trial/schedule/drawSchedule.ts";
import { sealSchedule } from "../../../../core/trial/schedule/sealSchedule.ts";

export const unit = (id: string, stratum: string, more: Partial<TrialUnit> = {}): TrialUnit => ({
  id, name: `Place ${id}`, stratum,
  shapes: [{ kind: "hexagon", centre: { x: 1000 * id.charCodeAt(1), y: 0 }, side: 150, rotation: 0 }],
  ...more,
});

export const protocol = (given: Partial<TrialProtocol> = {}): TrialProtocol => ({
  ...START_PROTOCOL,
  title: "Invented trial",
  first: Date.UTC(2024, 3, 1),
  days: 12,
  units: [
    ...["D1", "D2", "D3", "D4", "D5"].map((id) => unit(id, "day", { hours: [8, 9, 10, 11] })),
    unit("N1", "night", { group: "quay", team: "North" }), unit("N2", "night", { group: "quay", team: "North" }), unit("N3", "night"), unit("N4", "night"),
  ],
  seed: "spring 24",
  ...given,
});

export function seal(of: TrialProtocol, more: Partial<Parameters<typeof sealSchedule>[0]> = {}): SealedSchedule {
  const { arms, attempt } = drawSchedule({ ...of, days: datesOf(of) });
  return sealSchedule({ protocol: of, arms, origin: { kind: "drawn", attempt }, kept: 0, made: "2024-03-20T10:00:00.000Z", reason: null, before: null, begun: 0, ...more });
}
