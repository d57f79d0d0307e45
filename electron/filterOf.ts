// The filter of a project as its window left it.

import { NO_FILTER, type Filter } from "../core/incidents/filter.ts";
import type { JsonValue } from "../core/json.ts";

export function filterOf(settings: JsonValue | null): Filter {
  const kept = settings as { readonly filter?: Partial<Filter> } | null;
  return { ...NO_FILTER, ...kept?.filter };
}
