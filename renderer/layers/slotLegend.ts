// What the colours of a predicted slot mean.

import type { Scheme } from "../map/scheme.ts";
import { slotBlock, slotDay } from "../../core/forecast/slots/slotInWords.ts";
import type { ShownSlots } from "../shownSlots.ts";
import { densityAlpha } from "./densityLayer.ts";
import { density } from "./forecastLegend.ts";
import type { LegendEntry } from "./legend.ts";
import { rampColour, VIRIDIS } from "./ramps.ts";

const SHARES = [1, 0.75, 0.5, 0.25, 0.05];

export function slotLegend(shown: ShownSlots, at: number, scheme: Scheme): { readonly unit: string; readonly entries: readonly LegendEntry[] } {
  const { slot, negative } = shown.slots[at];
  const measured = shown.plan.predictor.kind === "random" ? "random numbers" : "predicted incidents per km² per slot";
  return {
    unit: `${measured}, ${slotDay(shown, slot)}, ${slotBlock(slot)}`,
    entries: [
      ...SHARES.map((share): LegendEntry => ({
        label: density(shown.peak * share),
        colour: rampColour(VIRIDIS, scheme, share),
        alpha: densityAlpha(share),
        mark: "fill",
      })),
      ...(negative > 0 ? [{ label: "0 and below", colour: rampColour(VIRIDIS, scheme, 0), alpha: 0, mark: "fill" } as const] : []),
    ],
  };
}
