// Sets the hours of the day in which patrols of a hotspot are offered.

import { InputError } from "../../errors.ts";
import { formatHours } from "../hourRanges.ts";
import type { Hotspot, Plan } from "../plan.ts";
import type { Edit } from "./edit.ts";

/** @param hours - 0 to 23; undefined, or all of them: patrols are offered at every hour. @throws InputError for another number, or none */
export const setHours = (plan: Plan, id: string, hours: readonly number[] | undefined): Edit => setHoursOfAll(plan, new Map([[id, hours]]));

/** The same for many hotspots in one step: hours by id. Hotspots that are not named stay as they are. */
export function setHoursOfAll(plan: Plan, hoursOf: ReadonlyMap<string, readonly number[] | undefined>): Edit {
  const changed: Hotspot[] = [];
  const hotspots = plan.hotspots.map((hotspot) => {
    if (!hoursOf.has(hotspot.id)) return hotspot;
    const hours = checkedHours(hotspot, hoursOf.get(hotspot.id));
    if (String(hours) === String(hotspot.hours)) return hotspot;
    const { hours: _, ...allDay } = hotspot;
    const after: Hotspot = hours ? { ...allDay, hours } : allDay;
    changed.push(after);
    return after;
  });
  const label =
    changed.length === 1 ? `Offer ${changed[0].name} ${changed[0].hours ? `at hours ${formatHours(changed[0].hours)}` : "all day"}` : `Set the hours of ${changed.length} hotspots`;
  return { plan: changed.length === 0 ? plan : { ...plan, hotspots }, label, skipped: [] };
}

function checkedHours({ name }: Hotspot, hours: readonly number[] | undefined): readonly number[] | undefined {
  if (!hours) return undefined;
  const wrong = hours.find((hour) => !Number.isInteger(hour) || hour < 0 || hour > 23);
  if (wrong !== undefined) throw new InputError(`An hour of ${name} is ${wrong}; hours of the day are whole, 0 to 23. Choose such hours.`);
  const sorted = [...new Set(hours)].sort((a, b) => a - b);
  if (sorted.length === 0) throw new InputError(`${name} would be offered at no hour. Leave at least one hour, or delete the hotspot.`);
  return sorted.length === 24 ? undefined : sorted;
}
