// Whether two filters ask the same: they are other objects after a project is opened again.

import { NO_FILTER, type Filter } from "./filter.ts";

export const sameFilter = (a: Filter, b: Filter): boolean =>
  a === b || (Object.keys(NO_FILTER) as (keyof Filter)[]).every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]));
