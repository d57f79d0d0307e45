// The tables of a published trial from their own summary counts: every cell that follows from the others, computed again beside the print.

import type { z } from "../../schema.ts";
import { meansCells } from "./meansCells.ts";
import { prevalenceCells } from "./prevalenceCells.ts";
import type { PublishedCell, Verdict } from "./publishedCell.ts";
import type { publishedTablesSchema } from "./publishedSchema.ts";

export interface PublishedTables {
  readonly title: string;
  readonly cells: readonly PublishedCell[];
}

/** @throws InputError where a row lacks what its measure needs, or a printed number cannot be read. */
export const publishedTables = ({ title, rows }: z.output<typeof publishedTablesSchema>): PublishedTables =>
  ({ title, cells: rows.flatMap((row) => (row.measure === "prevalence" ? prevalenceCells(row) : meansCells(row))) });

/** How many cells came out how. */
export function verdicts(cells: readonly PublishedCell[]): Readonly<Record<Verdict, number>> {
  const counted: Record<Verdict, number> = { same: 0, sign: 0, differs: 0, "raw data needed": 0, "not printed": 0 };
  for (const { verdict } of cells) counted[verdict]++;
  return counted;
}
