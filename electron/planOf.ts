// The plan of a project as its window left it.

import { present } from "../core/plan/history.ts";
import { EMPTY_PLAN, type Plan } from "../core/plan/plan.ts";
import { restoreHistory } from "../core/plan/storeHistory.ts";
import type { ProjectAtPath } from "./cliFiles.ts";

export const planOf = ({ opened }: ProjectAtPath): Plan => (opened.history ? present(restoreHistory(opened.history)) : EMPTY_PLAN);
