// Published tables computed again, as CSV.

import { writeTable } from "../../formats/writeTable.ts";
import type { PublishedTables } from "./publishedTables.ts";

export const publishedCsv = ({ title, cells }: PublishedTables): string =>
  writeTable({
    name: "published_tables",
    title,
    columns: [
      { name: "table", type: "TEXT" }, { name: "outcome", type: "TEXT" }, { name: "measure", type: "TEXT" }, { name: "cell", type: "TEXT" },
      { name: "printed", type: "TEXT" }, { name: "computed", type: "REAL" }, { name: "verdict", type: "TEXT" }, { name: "formula", type: "TEXT" }, { name: "reason", type: "TEXT" },
    ],
    rows: cells.map(({ table, outcome, measure, cell, printed, computed, verdict, formula, reason }) => [table, outcome, measure, cell, printed, computed, verdict, formula, reason]),
  });
