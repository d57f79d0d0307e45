// What expert knowledge would be worth: the last blocks forecast again with simulated experts, scored on what happened.

import { isoDay } from "../../core/incidents/isoDay.ts";
import { expertValueCsv } from "../../core/forecast/expert/expertValueCsv.ts";
import { prepareExpertValue, type ExpertValuePlan } from "../../core/forecast/expert/prepareExpertValue.ts";
import { studyAreaName } from "../../core/forecast/studyArea.ts";
import { dayInWords } from "../../core/forecast/windowInWords.ts";
import { expertValueOnPool } from "../../workers/expertValueOnPool.ts";
import type { ShownExpertValue } from "../shownResults.ts";
import { useStore } from "../store.ts";
import { saveFile } from "./saveFile.ts";
import { keepResult } from "./results.ts";
import { thePool, withProgress } from "./runJob.ts";
import { theFiltered } from "./theFiltered.ts";
import { withTimeLeft } from "./timeLeft.ts";

/** Its line in the status bar. */
export const EXPERT_VALUE_JOB = "Value of expert knowledge";

const DAY = 86_400_000;

export async function runExpertValue(plan: ExpertValuePlan): Promise<void> {
  const { selected, filter } = theFiltered();
  const { table } = useStore.getState().incidents!;
  const { request, ...made } = prepareExpertValue(table, selected, filter.area, plan);
  const found = await withProgress(EXPERT_VALUE_JOB, ({ signal, onProgress }) =>
    expertValueOnPool(thePool(), request, { signal, onProgress: withTimeLeft(onProgress) }),
  );
  const expertValue: ShownExpertValue = { ...found, ...made, plan, known: table.length, filter };
  useStore.setState({ expertValue });
  const lists = { windows: plan.windows.map(([from, to]) => [from, to]), shares: [...plan.shares], radii: [...plan.radii] };
  await keepResult({
    job: "expertValue",
    title: `${EXPERT_VALUE_JOB}, model ${plan.model}, ${plan.testBlocks} ${plan.testBlocks === 1 ? "block" : "blocks"} from ${dayInWords(made.tested.from)}`,
    parameters: { ...plan, ...lists, studyArea: studyAreaName(plan.studyArea), cells: made.studyRule },
    request: { job: "expertValue", filter, params: { plan } },
    value: expertValue,
    numbers: { auc: found.rows.map(({ auc }) => auc) },
  });
}

export async function exportExpertValue({ tested, plan, ...found }: ShownExpertValue): Promise<void> {
  const starts = Array.from({ length: plan.testBlocks }, (_, block) => tested.from + block * plan.days * DAY);
  await saveFile(`value of expert knowledge from ${isoDay(tested.from)}.csv`, new TextEncoder().encode(expertValueCsv(found, starts)));
}
