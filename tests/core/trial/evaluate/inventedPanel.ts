// A table of location-days made up for tests: counts, and arms drawn by day within strata.

import type { LocationDays, OutcomeDays } from "../../../../core/trial/panel/locationDays.ts";
import { drawPoisson } from "../../../../core/stats/drawPoisson.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { drawSchedule } from "../../../../core/trial/schedule/drawSchedule.ts";

interface Invented {
  readonly units: number;
  readonly days: number;
  readonly seed?: string;
  /** Rate on treatment / on control. */
  readonly ratio?: number;
  /** Incidents of a control location-day. */
  readonly rate?: number;
  readonly block?: "day" | "pair";
  /** Of a unit, by its index. */
  readonly group?: (unit: number) => string;
}

/** Every other unit is of the stratum "night". */
export function inventedPanel({ units: n, days, seed = "panel", ratio = 1, rate = 0.5, block = "day", group }: Invented): { readonly panel: LocationDays; readonly arms: Uint8Array } {
  const units = Array.from({ length: n }, (_, u) => ({ id: `U${u + 1}`, name: `Unit ${u + 1}`, stratum: u % 2 === 0 ? "day" : "night", ...(group && { group: group(u) }) }));
  const { arms } = drawSchedule({ units, days: Array.from({ length: days }, (_, d) => `${d + 1}`), share: 0.5, block, redraw: null, seed });
  const random = createRandom(seed).stream("counts");
  const count = Float64Array.from(arms, (arm) => drawPoisson(random, arm === 1 ? rate * ratio : rate));
  const outcome: OutcomeDays = { name: "All", count, harm: count.map((k) => k * 2.5), byHour: Uint16Array.from({ length: 24 * count.length }, (_, i) => (i % 24 === 20 ? count[Math.floor(i / 24)] : 0)), ring: count.map((_, i) => (i % 3 === 0 ? 1 : 0)) };
  const total = count.reduce((a, b) => a + b, 0);
  return {
    arms,
    panel: {
      first: Date.UTC(2024, 0, 1), days, startHour: 6, clocks: "none", units, hours: new Float64Array(days).fill(24), outcomes: [outcome], ringWidth: 75,
      incidents: { total, inUnits: total, inSeveralUnits: 0, inRings: 0, inSeveralRings: 0, elsewhere: 0 },
    },
  };
}
