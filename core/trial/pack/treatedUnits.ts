// Which units of a team are on treatment on a day of a sealed schedule.

import type { TrialProtocol } from "../protocol.ts";
import type { SealedSchedule } from "../sealedSchedule.ts";

/** Indices of the protocol's units. @param team - sees its own and those of no team; null: every unit */
export const treatedUnits = ({ protocol: { units }, arms }: Pick<SealedSchedule, "protocol" | "arms">, day: number, team: string | null): number[] =>
  units.flatMap((unit, u) => (arms[day * units.length + u] === 1 && (team === null || !unit.team || unit.team === team) ? [u] : []));

/** In alphabetical order. */
export const teamsOf = ({ units }: TrialProtocol): string[] => [...new Set(units.flatMap(({ team }) => team || []))].sort((a, b) => a.localeCompare(b, "en"));
