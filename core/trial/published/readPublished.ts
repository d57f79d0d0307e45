// A file of a paper's counts, checked and computed again.

import { InputError } from "../../errors.ts";
import { publishedTablesSchema } from "./publishedSchema.ts";
import { publishedTables, type PublishedTables } from "./publishedTables.ts";

/**
 * @param text - JSON: {"title", "rows": [{"table", "outcome", "measure", "treatment": {"n", "yes" or "mean" …}, "control", "printed": {"statistic", "p", "effect", "change"}}]}
 * @throws InputError where it is no JSON, or a row is not of that form
 */
export function readPublished(text: string, name: string): PublishedTables {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new InputError(`${name} is not JSON. Save an example of such a file from the Tables page, and write your paper's numbers into it.`);
  }
  const checked = publishedTablesSchema.safeParse(given);
  if (checked.success) return publishedTables(checked.data);
  const faults = checked.error.issues.slice(0, 5).map((issue) => `${issue.path.join(".") || "the whole"}: ${issue.message}`);
  throw new InputError(`${name} is not a paper's counts: ${faults.join("; ")}. Save an example of such a file from the Tables page to see the form.`);
}
