// A trend in words, with its change, its probability and the test behind it.

import type { MonthlyTrend } from "../../../core/hotspots/find/monthlyTrend.ts";
import { decimal } from "../../ui/format.ts";

/** "Fading: 0.4 fewer a month from year to year, p = 0.02 (seasonal Mann–Kendall, 36 months)". */
export function trendInWords(trend: MonthlyTrend | null): string {
  if (!trend) return "Too few whole months to tell a trend.";
  const { kind, slopePerYear, p, test, months } = trend;
  const change = `${decimal(Math.abs(slopePerYear), 1)} ${slopePerYear < 0 ? "fewer" : "more"} a month from year to year`;
  const probability = p < 0.001 ? "p < 0.001" : `p = ${decimal(p, p < 0.01 ? 3 : 2)}`;
  return `${kind[0].toUpperCase()}${kind.slice(1)}: ${change}, ${probability} (${test === "seasonal" ? "seasonal Mann–Kendall" : "Mann–Kendall"}, ${months} months).`;
}
