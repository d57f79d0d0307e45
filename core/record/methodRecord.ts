// The methods behind a design, from the project's stored results: the parameters that were used, and what they found.

import { count, decimal, percent } from "../inWords.ts";
import type { JsonValue } from "../json.ts";
import { z } from "../schema.ts";
import { parametersInWords, type Fact } from "./parametersInWords.ts";

/** A stored result as the record needs it. */
export interface UsedResult {
  readonly job: string;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly made: string;
  readonly version: string;
  readonly parameters: JsonValue;
  /** The filter that its incidents were chosen by, in words; null where it had none. */
  readonly filter: string | null;
  /** The job's own numbers. */
  readonly numbers: unknown;
}

export interface MethodRecord extends Omit<UsedResult, "parameters" | "numbers"> {
  readonly parameters: readonly Fact[];
  readonly findings: readonly Fact[];
}

/** The jobs that speak of a hotspot design. */
export const DESIGN_JOBS = ["identifyHotspots", "stabilityOfAreas", "placeHexagons", "crimeConcentrations", "concentrationOfCrime", "kernelDensity"] as const;

/** Whether methodRecord reads a job's numbers: others need not be carried about. */
export const tellsFindings = (job: string): boolean => Object.hasOwn(FINDINGS, job);

export const methodRecord = ({ parameters, numbers, ...result }: UsedResult): MethodRecord => ({
  ...result,
  parameters: parametersInWords(parameters),
  findings: FINDINGS[result.job]?.(parameters, numbers) ?? [],
});

const placement = z.object({ inside: z.number(), bound: z.number(), gap: z.number(), greedy: z.number() });
const identified = z.object({ methods: z.array(z.unknown()), agreement: z.array(z.object({ named: z.number() })) });
const stability = z.object({ areas: z.array(z.object({ trend: z.object({ kind: z.enum(["emerging", "fading", "steady"]) }).nullable() })) });
const concentration = z.object({
  holding: z.array(z.object({ crimeShare: z.number(), cells: z.number(), cellShare: z.number() })),
  plan: z.object({ areaShare: z.number(), crimeShare: z.number(), best: z.number(), ratio: z.number() }).nullable(),
});

/** The job's stored parameters say what it came to, too; what they do not say is read of its numbers. */
const FINDINGS: Readonly<Record<string, (parameters: JsonValue, numbers: unknown) => readonly Fact[]>> = {
  placeHexagons(parameters) {
    const { data } = placement.safeParse(parameters);
    if (!data) return [];
    const { inside, bound, gap, greedy } = data;
    return [
      ["Inside the proposed set", decimal(inside, 0)],
      ["Upper bound on any set", `${decimal(bound, 0)}: the set is within ${percent(gap)} of the best possible`],
      ["Greedy choice from the fixed tessellation", `${decimal(greedy, 0)}${greedy > 0 ? `: the set holds ${percent(inside / greedy - 1)} more` : ""}`],
    ];
  },
  identifyHotspots(_, numbers) {
    const { data } = identified.safeParse(numbers);
    if (!data) return [];
    const of = data.methods.length, namedBy = (least: number): string => count(data.agreement.filter(({ named }) => named >= least).length);
    return [["Cells that a method names", `${namedBy(1)}; ${namedBy(Math.ceil(of / 2))} by at least ${Math.ceil(of / 2)} of ${of} methods, ${namedBy(of)} by all`]];
  },
  stabilityOfAreas(_, numbers) {
    const { data } = stability.safeParse(numbers);
    const kinds = data?.areas.map(({ trend }) => trend?.kind ?? "not told") ?? [];
    return kinds.length === 0 ? [] : [["Trends", [...new Set(kinds)].sort().map((kind) => `${kinds.filter((one) => one === kind).length} ${kind}`).join(", ")]];
  },
  concentrationOfCrime(_, numbers) {
    const { data } = concentration.safeParse(numbers);
    if (!data) return [];
    return [
      ...data.holding.map(({ crimeShare, cells, cellShare }): Fact => [`${percent(crimeShare, 0)} of crime`, `in ${count(cells)} cells, ${percent(cellShare)} of them`]),
      ...(data.plan ? [["This plan", `${percent(data.plan.crimeShare)} of crime on ${percent(data.plan.areaShare, 2)} of the area; the best cells of the same area hold ${percent(data.plan.best)} (PEI* ${decimal(data.plan.ratio, 2)})`] as const] : []),
    ];
  },
};
