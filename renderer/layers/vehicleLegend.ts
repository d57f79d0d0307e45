// What the marks of an allocation mean: each kind of vehicle, how far it reaches, the tiles that are covered.

import type { Scheme } from "../map/scheme.ts";
import { postingOf, type ShownAllocation } from "../shownAllocation.ts";
import { metres } from "../ui/format.ts";
import type { LegendEntry } from "./legend.ts";
import { kindColour } from "./vehicleLayers.ts";

export const vehicleLegend = ({ request }: ShownAllocation, scheme: Scheme): LegendEntry[] => [
  ...postingOf(request).kinds.flatMap(({ name, radius }, kind): LegendEntry[] => {
    const colour = kindColour(scheme, kind);
    return [
      { label: name, colour, mark: "dot" },
      ...(request.roads ? [] : [{ label: `reaches ${metres(radius ?? request.plan.radius)}`, colour, mark: "ring" } as const]),
    ];
  }),
  { label: "covered tile", colour: kindColour(scheme, 0), alpha: 0.16, mark: "fill" },
];
