// On how many location-days there was at least one full patrol: delivery on treatment days, contamination on control days.

import { percent } from "../../inWords.ts";
import { normalQuantile } from "../../stats/normalQuantile.ts";
import { wilsonInterval } from "../../stats/wilsonInterval.ts";
import type { TrialUnit } from "../protocol.ts";
import type { CountedPatrols } from "./countPatrols.ts";
import type { Share, UnitDosage } from "./dosage.ts";

/** Trial days, the last not included. */
type Span = readonly [from: number, until: number];

/** With Wilson's interval; of none, everything is possible. */
export const shareOf = (yes: number, of: number, level: number): Share =>
  ({ yes, of, share: of > 0 ? yes / of : 0, interval: { ...(of > 0 ? wilsonInterval(yes, of, normalQuantile(1 - level / 2)) : { low: 0, high: 1 }), method: `${percent(1 - level, 0)}, Wilson` } });

export function deliveredShares(fullPatrols: Float64Array, arms: Uint8Array, units: number, [from, until]: Span, level: number): { readonly treatment: Share; readonly control: Share } {
  const yes = [0, 0], of = [0, 0];
  for (let cell = from * units; cell < until * units; cell++) {
    of[arms[cell]]++;
    if (fullPatrols[cell] > 0) yes[arms[cell]]++;
  }
  return { treatment: shareOf(yes[1], of[1], level), control: shareOf(yes[0], of[0], level) };
}

export function deliveryByUnit(units: readonly TrialUnit[], arms: Uint8Array, { fullPatrols, minutes }: Pick<CountedPatrols, "fullPatrols" | "minutes">, [from, until]: Span): UnitDosage[] {
  return units.map(({ id, name }, unit) => {
    let treatmentDays = 0, controlDays = 0, delivered = 0, contaminated = 0, full = 0, spent = 0;
    for (let cell = from * units.length + unit; cell < until * units.length; cell += units.length) {
      const some = fullPatrols[cell] > 0 ? 1 : 0;
      if (arms[cell] === 1) {
        treatmentDays++;
        delivered += some;
        full += fullPatrols[cell];
        spent += minutes[cell];
      } else {
        controlDays++;
        contaminated += some;
      }
    }
    return { id, name, treatmentDays, controlDays, delivered, contaminated, fullPatrols: full, minutes: spent };
  });
}
