// Covariates of events (holiday or not, temperature, …) as further kernel factors: equation (35) of the Delhi paper.

import { InputError } from "../errors.ts";
import { z } from "../schema.ts";
import type { EventColumns } from "./kernel/eventColumns.ts";
import { checkEvents, type Events } from "./events.ts";
import type { Parameters } from "./forecast.ts";

/**
 * "continuous": N(z − zᵢⱼ; θᵢⱼ) with θ = 1/(α A^β), as for the other bandwidths. "categorical" with c levels, values 0 to
 * c − 1: Aitchison and Aitken's kernel (Biometrika 63, 1976), 1 − λ for the same level and λ/(c − 1) for another,
 * 0 ≤ λ ≤ (c − 1)/c. A stays a matter of place and time.
 */
export const covariateSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("continuous"), name: z.string() }),
  z.strictObject({ kind: z.literal("categorical"), name: z.string(), levels: z.int().min(2).max(10_000) }),
]);
export type Covariate = z.output<typeof covariateSchema>;

/** What a fit says of one covariate: α and β, or λ and 0. */
export type CovariateParameters = readonly [number, number];

/** The kernel of one covariate at distance: d = z − zᵢⱼ, `a` = A of the event. */
export function covariateKernel(covariate: Covariate, [first, beta]: CovariateParameters, d: number, a: number): number {
  if (covariate.kind === "categorical") return d === 0 ? 1 - first : first / (covariate.levels - 1);
  const inverse = first * a ** beta;
  return (inverse / Math.sqrt(2 * Math.PI)) * Math.exp(-0.5 * (d * inverse) ** 2);
}

/** Π of the covariates' kernels between the wanted values `at` and those of event j; 1 where none are wanted. */
export function covariateWeight(
  { covariates, at }: { readonly covariates?: readonly Covariate[]; readonly at?: readonly number[] },
  { z: columns }: EventColumns,
  draw: Parameters,
  j: number,
  a: number,
): number {
  if (!covariates || !at) return 1;
  let product = 1;
  for (let c = 0; c < covariates.length; c++) product *= covariateKernel(covariates[c], draw.covariates?.[c] ?? [0, 0], at[c] - columns[c][j], a);
  return product;
}

/** @throws InputError where a block lacks a covariate, a column has another length, or a level is out of range. */
export function checkCovariates(covariates: readonly Covariate[], { x, z: columns }: Events, name: string): void {
  covariates.forEach((covariate, i) => {
    const column = columns?.[i];
    if (!column) throw new InputError(`${name} has no values of the covariate "${covariate.name}". Give z a column for each covariate.`);
    if (column.length !== x.length) throw new InputError(`${name} has ${column.length} values of "${covariate.name}" and ${x.length} events; give one for each.`);
    if (covariate.kind === "continuous") return;
    const wrong = column.findIndex((value) => !(Number.isInteger(value) && value >= 0 && value < covariate.levels));
    if (wrong >= 0) throw new InputError(`${name}: event ${wrong + 1} has "${covariate.name}" = ${column[wrong]}; levels are whole numbers from 0 to ${covariate.levels - 1}.`);
  });
}

/** Events and covariates of every block, the expert block first where there is one. @throws InputError naming the block. */
export function checkBlocks(blocks: readonly Events[], hasExpert: boolean, covariates: readonly Covariate[]): void {
  blocks.forEach((block, i) => {
    const name = hasExpert && i === 0 ? "The expert block" : `Block ${hasExpert ? i : i + 1}`;
    checkEvents(block, name);
    checkCovariates(covariates, block, name);
  });
}
