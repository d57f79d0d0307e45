// The Bayesian fit of the block-weighted adaptive density: a preliminary run with the same bandwidths everywhere, A from it, then the run itself.

import { InputError } from "../../errors.ts";
import { defineJob, type JobContext } from "../../job.ts";
import { floats, z } from "../../schema.ts";
import { createRandom } from "../../stats/random.ts";
import { adaptation } from "../kernel/adaptation.ts";
import { chainStart } from "./chainStart.ts";
import { checkBlocks, checkCovariates, covariateSchema } from "../covariates.ts";
import { eventColumns } from "../kernel/eventColumns.ts";
import { checkEvents, eventsSchema, type Events } from "../events.ts";
import type { Fit } from "../forecast.ts";
import { gibbsChain, type Chain } from "./gibbsChain.ts";
import { flatAdaptation } from "../kernel/spaceTimeDensity.ts";
import { meanParameters, summariseFit } from "./summariseFit.ts";

/** α in 1/m, 1/m, 1/radian; weights with the expert block first where there is one. */
export const parametersSchema = z.strictObject({
  alpha: z.array(z.number().nonnegative()).length(3).readonly(),
  beta: z.array(z.number().min(0).max(1)).length(3).readonly(),
  weights: z.array(z.number().nonnegative()).min(1).readonly(),
  covariates: z.array(z.tuple([z.number().nonnegative(), z.number().min(0).max(1)]).readonly()).readonly().optional().describe("[α, β] of a continuous, [λ, 0] of a categorical covariate"),
});

const shared = {
  history: z.array(eventsSchema).min(1).describe("past blocks, oldest first"),
  expert: eventsSchema.optional().describe("expert points that spoke of the latest block"),
  latest: eventsSchema.describe("the latest block, which the past ones explain"),
  adaptation: z.array(floats("A of each event of a block")).optional().describe("A of (9), a list a block, expert first; from a preliminary run where left out"),
  spatial: z.boolean().optional().describe("true: places only, α₃ = 0 (Models 1 and 4)"),
  equalWeights: z.boolean().optional().describe("true: all blocks weigh the same instead of being estimated"),
  covariates: z.array(covariateSchema).readonly().optional().describe("what the columns of every block's z are, (35)"),
  warmup: z.int().nonnegative().describe("iterations dropped from each chain"),
  draws: z.int().min(1).describe("iterations kept of each chain"),
  seed: z.union([z.int(), z.string()]),
};

export const fitParams = z.strictObject({
  ...shared,
  adaptive: z.boolean().describe("false: the preliminary run alone, the same bandwidths everywhere"),
  chains: z.int().min(1).max(64),
});

/**
 * Gibbs sampling of α, β, w given the latest block (Sriram et al., arXiv 2602.23750, sections 3.2, 3.3 and 9), priors (11)–(13).
 * @throws InputError where a column is amiss, or a block set has nothing to learn from.
 */
export const spaceTimeFit = defineJob({
  title: "Fit the block-weighted adaptive density by Gibbs sampling",
  params: fitParams,
  run({ chains, adaptive, ...request }, context): Fit {
    const run = (given: Omit<ChainOf, "chain">, from: number, to: number): Chain[] =>
      Array.from({ length: chains }, (_, chain) =>
        runChain({ ...given, chain }, part(context, from + ((to - from) * chain) / chains, from + ((to - from) * (chain + 1)) / chains)),
      );
    if (!adaptive) return summariseFit(run(request, 0, 1), null);
    if (request.adaptation) return summariseFit(run(request, 0, 1), null);
    const preliminary = meanParameters(run(request, 0, 0.45).flatMap(({ draws }) => draws));
    const made = adaptation(fitBlocks(request), preliminary, false, part(context, 0.45, 0.5).progress);
    return summariseFit(run({ ...request, adaptation: [...made.values], around: preliminary }, 0.5, 1), preliminary);
  },
});

const chainParams = z.strictObject({
  ...shared,
  around: parametersSchema.optional().describe("the preliminary run's means, near which an adaptive chain starts"),
  chain: z.int().nonnegative(),
});
type ChainOf = z.output<typeof chainParams>;

/** One chain alone, so that the chains of a fit can run side by side; the preliminary run where no adaptation is given. */
export const spaceTimeChain = defineJob({
  title: "One Gibbs chain of the block-weighted density",
  params: chainParams,
  run: (request, context): Chain => runChain(request, context),
});

export const spaceTimeAdaptation = defineJob({
  title: "A: the preliminary density at every event over its geometric mean",
  params: z.strictObject({
    blocks: z.array(eventsSchema).min(1).describe("the expert block first where there is one"),
    preliminary: parametersSchema,
    exact: z.boolean().optional().describe("true: the plain sum; else without kernels beyond 7.5 bandwidths, off by under 1e-7"),
  }),
  run: ({ blocks, preliminary, exact }, { progress }): Float64Array[] => [...adaptation(blocks, preliminary, exact, progress).values],
});

function runChain(request: ChainOf, context: Pick<JobContext, "progress">): Chain {
  const { latest, spatial = false, equalWeights = false, covariates = [], warmup, draws, seed, chain } = request;
  const blocks = fitBlocks(request);
  checkBlocks(blocks, request.expert !== undefined, covariates);
  checkEvents(latest, "The latest block");
  checkCovariates(covariates, latest, "The latest block");
  const columns = eventColumns(blocks);
  if (columns.count === 0) throw new InputError("The past blocks hold no event, so there is nothing to learn from. Take more blocks, or widen the filter.");
  if (latest.x.length < 2) throw new InputError(`The latest block holds ${latest.x.length} events; a fit takes 2 or more. Take longer blocks, or widen the filter.`);
  const adaptive = request.adaptation !== undefined;
  const random = createRandom(seed).stream(adaptive ? "adaptive" : "preliminary").stream(chain);
  return gibbsChain({
    columns,
    adaptation: request.adaptation ? flatAdaptation(request.adaptation, blocks) : new Float64Array(columns.count).fill(1),
    adaptive,
    spatial,
    equalWeights,
    covariates,
    latest,
    start: chainStart(columns, latest, covariates, spatial, request.around ?? null, random.stream("start")),
    warmup,
    draws,
    random,
    progress: (fraction) => context.progress(fraction, adaptive ? "Sampling" : "Preliminary sampling"),
  });
}

const fitBlocks = ({ history, expert }: { history: readonly Events[]; expert?: Events }): readonly Events[] => (expert ? [expert, ...history] : history);

const part = (context: Pick<JobContext, "progress">, from: number, to: number): Pick<JobContext, "progress"> => ({
  progress: (fraction, note) => context.progress(from + (to - from) * fraction, note),
});
