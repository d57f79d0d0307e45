// The incidents that an analysis is about.

import { InputError } from "../../core/errors.ts";
import { useStore, type Filtered } from "../store.ts";

/** @throws InputError where there are none */
export function theFiltered(): Filtered {
  const { filtered } = useStore.getState();
  if (!filtered || filtered.x.length === 0) {
    throw new InputError("The filter keeps no incidents. Import incidents or widen the filter first.");
  }
  return filtered;
}
