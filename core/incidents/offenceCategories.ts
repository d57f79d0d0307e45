// The categories of offences, as they are listed.

import type { IncidentTable } from "./table.ts";

/** Each once, in the order of the alphabet. */
export const offenceCategories = ({ offences }: Pick<IncidentTable, "offences">): string[] =>
  [...new Set(offences.map(({ category }) => category))].sort((a, b) => a.localeCompare(b));
