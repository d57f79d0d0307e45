// What the marks of an allocation mean: each kind of vehicle, how far it reaches, the tiles that are covered.

import type { AllocationPlan } from "../../core/patrol/prepareAllocation.ts";
import type { Scheme } from "../map/scheme.ts";
import { postingOf, type ShownAllocation } from "../shownAllocation.ts";
import { metres } from "../ui/format.ts";
import type { LegendEntry } from "./legend.ts";
import { MAP_COLOURS } from "./mapColours.ts";
import { kindColour } from "./vehicleLayers.ts";

/** @param plan - of the next allocation, whose places are on the map too */
export const vehicleLegend = (shown: ShownAllocation | null, { fixed, forbidden }: AllocationPlan, scheme: Scheme): LegendEntry[] => [
  ...(shown ? marksOf(shown, scheme) : []),
  ...(fixed.length > 0 ? [{ label: "fixed place", colour: kindColour(scheme, 0), mark: "outline" } as const] : []),
  ...(forbidden.length > 0 ? [{ label: "forbidden place", colour: MAP_COLOURS[scheme].violation, mark: "outline" } as const] : []),
];

const marksOf = ({ request }: ShownAllocation, scheme: Scheme): LegendEntry[] => [
  ...postingOf(request).kinds.flatMap(({ name, radius }, kind): LegendEntry[] => {
    const colour = kindColour(scheme, kind);
    return [
      { label: name, colour, mark: "dot" },
      ...(request.roads ? [] : [{ label: `reaches ${metres(radius ?? request.plan.radius)}`, colour, mark: "ring" } as const]),
    ];
  }),
  { label: "covered tile", colour: kindColour(scheme, 0), alpha: 0.16, mark: "fill" },
];
