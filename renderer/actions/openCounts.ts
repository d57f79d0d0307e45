// A paper's counts from a file, computed again and shown.

import { InputError } from "../../core/errors.ts";
import { readPublished } from "../../core/trial/published/readPublished.ts";
import { useStore } from "../store.ts";

/** Thousands of rows of any paper fit. */
const MOST_BYTES = 4e6;

export async function openCounts(file: File): Promise<void> {
  if (file.size > MOST_BYTES) throw new InputError(`${file.name} has ${file.size} bytes; a paper's counts have at most ${MOST_BYTES}. Give the rows of one paper.`);
  useStore.setState({ publishedTables: readPublished(await file.text(), file.name) });
}
