// What a result was made from, and what has changed since.

import type { Filter } from "../core/incidents/filter.ts";
import { sameFilter } from "../core/incidents/sameFilter.ts";
import type { State } from "./store.ts";

/** The filter, and how many incidents the project held, as they were when a result was made. */
export interface MadeFrom {
  readonly filter: Filter;
  readonly known: number;
}

/** Each in words; empty where it would come out the same today. */
export const changedSince = ({ filter, known }: MadeFrom, state: Pick<State, "filter" | "incidents">): string[] => [
  ...(sameFilter(filter, state.filter) ? [] : ["the filter"]),
  ...((state.incidents?.table.length ?? 0) === known ? [] : ["the incidents"]),
];
