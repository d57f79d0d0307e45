// A sealed schedule as a result of the project: what is kept, told, and drawn again by `hexbeat replay`.

import type { JsonValue } from "../../json.ts";
import type { StoredRequest } from "../../replay.ts";
import type { SealedSchedule } from "../sealedSchedule.ts";
import { isoDay } from "../../incidents/isoDay.ts";
import { tableOf } from "./registration.ts";

/** What an imported schedule was drawn by is not known here: all of its days are kept, and the hash is made again. */
export function recordOfSealed(sealed: SealedSchedule) {
  const { protocol, origin, arms, version, kept } = sealed;
  const { share, block, redraw, seed } = protocol;
  const { units, days } = tableOf(sealed);
  const standing = origin.kind === "drawn" ? kept : protocol.days;
  return {
    job: "randomiseSchedule" as const,
    title: `Schedule of "${protocol.title}", version ${version}, sealed`,
    parameters: {
      version, reason: sealed.reason, hash: sealed.hash, seal: sealed.seal, first: isoDay(protocol.first), days: protocol.days, units: units.length,
      share, block, seed, redraw: redraw && { ...redraw }, origin: { ...origin }, kept,
    } satisfies JsonValue,
    request: {
      job: "randomiseSchedule" as const,
      filter: null,
      params: {
        units: units.map(({ id, stratum, group, baseline }) => ({ id, stratum, ...(group !== undefined && { group }), ...(baseline !== undefined && { baseline }) })),
        days, share, block, seed,
        redraw: origin.kind === "drawn" ? redraw : null,
        ...(standing > 0 && { kept: arms.slice(0, standing * units.length) }),
      },
    } satisfies StoredRequest,
    value: sealed,
    numbers: { arms, hash: sealed.hash, ...(origin.kind === "drawn" && { attempt: origin.attempt }) },
  };
}
