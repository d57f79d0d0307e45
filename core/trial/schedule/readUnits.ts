// Reads a table of a trial's units: what can be drawn without shapes.

import { InputError } from "../../errors.ts";
import { csvRows } from "../../formats/csvRows.ts";
import { unguarded } from "../../formats/writeCsv.ts";
import { parseDecimal } from "../../incidents/parseDecimal.ts";
import type { TrialUnit } from "../protocol.ts";

/**
 * Columns id, and where they are there name, stratum, group, team, baseline.
 * @throws InputError where there is no id, or a baseline is no number
 */
export function readUnits(text: string, file: string): TrialUnit[] {
  const [header, ...rows] = csvRows(text);
  const heads = (header?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  if (!heads.includes("id")) throw new InputError(`${file} has no column id; its columns are ${heads.join(", ") || "none"}. Name one so.`);
  return rows.map(({ line, cells }) => {
    const cell = (name: string): string => unguarded((cells[heads.indexOf(name)] ?? "").trim());
    const id = cell("id"), group = cell("group"), team = cell("team"), words = cell("baseline");
    if (id === "") throw new InputError(`Line ${line} of ${file} has no id. Give each unit one.`);
    const baseline = words === "" ? undefined : parseDecimal(words);
    if (words !== "" && (baseline === undefined || baseline < 0)) throw new InputError(`The baseline on line ${line} of ${file} is "${words}"; it is a number of at least 0. Mend the file.`);
    return {
      id, name: cell("name") || id, stratum: cell("stratum"), shapes: [],
      ...(group !== "" && { group }), ...(team !== "" && { team }), ...(baseline !== undefined && { baseline }),
    };
  });
}
