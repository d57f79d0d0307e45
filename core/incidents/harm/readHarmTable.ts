// A harm table from CSV: how many days an offence counts. The table is the user's own; no weight is invented.

import { InputError } from "../../errors.ts";
import { csvRows } from "../../formats/csvRows.ts";
import { unguarded } from "../../formats/writeCsv.ts";
import type { HarmTable } from "../../plan/plan.ts";
import { headerKey } from "../columnRole.ts";
import { parseDecimal } from "../parseDecimal.ts";
import { offenceKey } from "./harmOfIncidents.ts";

export interface ReadHarmTable {
  readonly table: HarmTable;
  /** Rows under the header that are not blank: = weights + setAside.length. */
  readonly rows: number;
  readonly setAside: readonly { readonly line: number; readonly reason: string; readonly raw: string }[];
}

/** Names of columns, by headerKey; the first that is there is taken. */
const OFFENCE = ["offence", "offence name", "offence description", "crime type", "crime", "category", "offense", "primary type", "name"];
const DAYS = ["days", "harm days", "days of imprisonment", "weight", "harm", "harm weight", "harm score", "cchi", "cchi days", "cchi score", "score"];

const LONGEST = 5_000_000; // characters

/**
 * Text of a CSV or TSV with a column of offences (by name or by category, as the incidents call them) and one of days.
 * @param name - of the file, kept with the table
 * @throws InputError where a column is missing, no row can be read, or the text is no table
 */
export function readHarmTable(text: string, name: string): ReadHarmTable {
  if (text.length > LONGEST) throw new InputError(`"${name}" has ${text.length} characters; a harm table has at most ${LONGEST}. Choose the right file.`);
  const [header, ...rows] = csvRows(text);
  if (!header) throw new InputError(`"${name}" is empty. Choose a table with a header and one row for each offence.`);
  const offenceColumn = columnOf(header.cells, OFFENCE, "offences", "offence", name);
  const daysColumn = columnOf(header.cells, DAYS, "days", "days", name);
  const weights = new Map<string, HarmTable["weights"][number]>();
  const setAside: ReadHarmTable["setAside"][number][] = [];
  for (const { line, cells } of rows) {
    const offence = unguarded(cells[offenceColumn] ?? "").trim(), days = parseDecimal(cells[daysColumn] ?? "");
    const earlier = weights.get(offenceKey(offence));
    const reason =
      offence === "" ? "there is no offence"
      : days === undefined ? `"${cells[daysColumn] ?? ""}" is no plain number of days, such as 1095 or 2.5`
      : days < 0 ? `${days} days is below 0`
      : earlier ? `"${offence}" stood above already, with ${earlier.days} days`
      : null;
    if (reason !== null) setAside.push({ line, reason, raw: cells.join(",").slice(0, 200) });
    else weights.set(offenceKey(offence), { offence, days: days! });
  }
  if (weights.size === 0) {
    const first = setAside[0] ? ` The first, on line ${setAside[0].line}: ${setAside[0].reason}.` : "";
    throw new InputError(`None of the ${rows.length} rows of "${name}" can be read.${first} Give each offence its days as a plain number.`);
  }
  return { table: { name, weights: [...weights.values()] }, rows: rows.length, setAside };
}

function columnOf(header: readonly string[], names: readonly string[], of: string, usual: string, file: string): number {
  const keys = header.map(headerKey);
  const found = names.map((each) => keys.indexOf(each)).find((at) => at >= 0);
  if (found === undefined) {
    throw new InputError(`"${file}" has no column of ${of} (its columns: ${header.join(", ")}). Name one "${usual}", or one of: ${names.join(", ")}.`);
  }
  return found;
}
