// The job: a p-value from the trial's own draw, exact where the statistic is linear in outcomes with a common step, else from seeded draws.

import { InputError } from "../../errors.ts";
import { defineJob } from "../../job.ts";
import { floats, z } from "../../schema.ts";
import { armsSchema } from "../armsSchema.ts";
import { trialDrawShape } from "../protocolSchema.ts";
import { blocksOf } from "../schedule/blocks.ts";
import { type DrawnScheme, drawnSchedules } from "./drawnSchedules.ts";
import { type RandomisedBlock, randomisedBlocks } from "./randomisedBlocks.ts";
import { type RandomisationTest, testRandomisation } from "./randomisationResult.ts";
import { statisticColumns } from "./statisticColumns.ts";
import { logAssignments } from "./valueBlocks.ts";

const blockSchema = z.strictObject({
  values: z.array(z.number()).min(1).describe("outcome of each item: a location-day, or a group's sum"),
  treated: z.array(z.boolean()).min(1).describe("which of them were"),
});

const panelSchema = z.strictObject({
  y: floats("outcome of each location-day, day × units + unit"),
  arms: armsSchema,
  units: z.array(z.strictObject({ id: z.string().min(1), stratum: z.string().default(""), group: z.string().optional(), baseline: z.number().optional() })).min(1),
  block: trialDrawShape.block,
  share: trialDrawShape.share,
  redraw: trialDrawShape.redraw,
});

export const randomisationTest = defineJob({
  title: "Test for an effect of treatment over every assignment that the trial's draw could have made",
  params: z.strictObject({
    blocks: z.array(blockSchema).min(1).optional().describe("within each block any choice of as many treated items was equally likely"),
    panel: panelSchema.optional().describe("in place of blocks: a trial's location-days with its schedule and scheme"),
    statistic: z.enum(["difference", "t", "ratio"]).default("difference"),
    draws: z.int().min(99).max(1_000_000).default(10_000).describe("where it is not exact"),
    seed: z.string().min(1).default("1"),
  }),
  run: ({ blocks, panel, statistic, draws, seed }, context): RandomisationTest & { readonly logAssignments: number } => {
    if ((blocks === undefined) === (panel === undefined)) throw new InputError("Give either blocks or a panel.");
    const given = panel ? ofPanel(panel) : ofBlocks(blocks!);
    const columns = statisticColumns(given.blocks, given.y);
    const progress = (fraction: number): void => context.progress(fraction, "Drawing schedules");
    const schedules = given.scheme && drawnSchedules(given.scheme, draws, seed, progress);
    if (schedules === null) throw new InputError(`Hardly any schedule has an imbalance of at most ${given.scheme?.redraw.most}, so that there is nothing to compare with. Give the panel without \`redraw\`: p is then somewhat too large.`);
    return { ...testRandomisation(columns, { statistic, draws, seed, schedules, progress }), logAssignments: logAssignments(columns.y.sums.blocks) };
  },
});

interface Given {
  readonly blocks: readonly RandomisedBlock[];
  readonly y: Float64Array;
  /** Of a panel whose scheme draws again. */
  readonly scheme?: DrawnScheme | undefined;
}

function ofBlocks(blocks: readonly z.output<typeof blockSchema>[]): Given {
  let row = 0;
  const randomised = blocks.map(({ values, treated }, b) => {
    if (values.length !== treated.length) throw new InputError(`Block ${b + 1} has ${values.length} values and ${treated.length} that say whether they were treated. Give one for each.`);
    return { items: values.map(() => ({ on: [row++], off: [] })), treated };
  });
  return { blocks: randomised, y: Float64Array.from(blocks.flatMap(({ values }) => values)) };
}

function ofPanel({ y, arms, units, block, share, redraw }: z.output<typeof panelSchema>): Given {
  const named = units.map(({ id, stratum, group, baseline }) => ({ id, stratum, ...(group !== undefined && { group }), ...(baseline !== undefined && { baseline }) }));
  const days = y.length / units.length;
  if (!Number.isInteger(days) || arms.length !== y.length) throw new InputError(`Got ${y.length} outcomes and ${arms.length} arms of ${units.length} units. Give one of each for every unit and day.`);
  const blocks = randomisedBlocks(blocksOf(named, days, block, arms), units.length);
  return { blocks, y, scheme: redraw ? { blocks, units: named, days, share, redraw } : undefined };
}
