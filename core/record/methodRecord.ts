// The methods behind a design, from the project's stored results: the parameters that were used, and what they found.

import { count, decimal, percent } from "../inWords.ts";
import type { JsonValue } from "../json.ts";
import { z } from "../schema.ts";

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

export type Fact = readonly [name: string, value: string];

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
  parameters: factsOf(parameters, ""),
  findings: findings(result.job, numbers),
});

/** Nested values by their path; lists of plain values joined, others by their length. */
function factsOf(value: JsonValue, path: string): Fact[] {
  if (isList(value)) return [[path, value.every(isPlain) ? value.map(plain).join(", ") : `${value.length} entries`]];
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => factsOf(inner, path === "" ? key : `${path}, ${key}`));
  }
  return [[path, plain(value)]];
}

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
const isPlain = (value: JsonValue): boolean => typeof value !== "object" || value === null;

function plain(value: JsonValue): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(Number.parseFloat(value.toPrecision(6)));
  return value === null ? "none" : value === true ? "yes" : value === false ? "no" : JSON.stringify(value);
}

const placement = z.object({ objective: z.number(), bound: z.number(), gap: z.number(), greedy: z.object({ objective: z.number() }).optional() });

const concentration = z.object({
  cells: z.number(),
  gini: z.number(),
  generalisedGini: z.number(),
  holding: z.array(z.object({ crimeShare: z.number(), cells: z.number(), cellShare: z.number() })),
  plan: z.object({ areaShare: z.number().nullable(), crimeShare: z.number(), best: z.number(), ratio: z.number().nullable() }).nullable(),
});

const concentrations = z.object({ needed: z.number(), share: z.number(), groups: z.array(z.unknown()) });

const FINDINGS: Readonly<Record<string, (numbers: unknown) => readonly Fact[]>> = {
  placeHexagons(numbers) {
    const { data } = placement.safeParse(numbers);
    if (!data) return [];
    return [
      ["Inside the proposed set", decimal(data.objective, 0)],
      ["Upper bound on any set", `${decimal(data.bound, 0)}: within ${percent(data.gap)} of the best possible`],
      ...(data.greedy ? [["Greedy choice from the fixed tessellation", decimal(data.greedy.objective, 0)] as const] : []),
    ];
  },
  crimeConcentrations(numbers) {
    const { data } = concentrations.safeParse(numbers);
    return data ? [["Cells that hold the target share", `${count(data.needed)}, ${percent(data.share)} of crime, in ${count(data.groups.length)} concentrations`]] : [];
  },
  concentrationOfCrime(numbers) {
    const { data } = concentration.safeParse(numbers);
    if (!data) return [];
    const { cells, gini, generalisedGini, holding, plan } = data;
    return [
      ["Cells", count(cells)],
      ["Gini coefficient", decimal(gini, 3)],
      ["Generalised Gini, for fewer crimes than cells", decimal(generalisedGini, 3)],
      ...holding.map(({ crimeShare, cells: holders, cellShare }): Fact => [`${percent(crimeShare, 0)} of crime`, `in ${count(holders)} cells, ${percent(cellShare)} of them`]),
      ...(plan ? [["This plan holds", `${percent(plan.crimeShare)} of crime; the best cells of the same area hold ${percent(plan.best)}${plan.ratio === null ? "" : ` (PEI* ${decimal(plan.ratio, 2)})`}`] as const] : []),
    ];
  },
};

/** What can be read of the numbers; a kind or a version that is not known tells nothing. */
const findings = (job: string, numbers: unknown): readonly Fact[] => FINDINGS[job]?.(numbers) ?? [];
