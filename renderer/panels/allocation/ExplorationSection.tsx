// A grid of predictors, objectives and fleets to explore: what goes into it.

import { useMemo } from "react";
import { InputError } from "../../../core/errors.ts";
import { parseNumbers, writeNumbers, type NumberListRule } from "../../../core/forecast/numberList.ts";
import { offenceCategories } from "../../../core/incidents/offenceCategories.ts";
import type { ExploreObjective } from "../../../core/patrol/explore/exploration.ts";
import { EXPLORE_JOB, runExploration } from "../../actions/explore.ts";
import { attempt } from "../../actions/messages.ts";
import { PREDICTOR_NAMES } from "../../actions/slotForecast.ts";
import type { ExplorePlan, Mixing, PredictorKind } from "../../explorePlan.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/Check.tsx";
import { Segments } from "../../ui/Choice.tsx";
import { CommitText } from "../../ui/CommitText.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, metres } from "../../ui/format.ts";

const HOW =
  "Predict, optimise, explore (Brandt et al. 2022, 5.1): every predictor with every objective and fleet, one allocation for each slot, judged on what then happened. " +
  "A good prediction need not make a good decision, and what is best for one offence is not for another.";
const FOCAL =
  "Each chosen offence is predicted by itself; the predictions are summed, as predicted incidents, with each offence brought to the same sum, or with its weight under Optimise (Brandt et al. 2022, Figure 6).";
const FLEETS: NumberListRule = { name: "a number of cars", min: 1, max: 500, example: "5, 25, 50" };
const OBJECTIVES: readonly { readonly value: ExploreObjective; readonly label: string }[] = [
  { value: "coverage", label: "Most covered" },
  { value: "distance", label: "Least mean distance" },
  { value: "targets", label: "Distance targets" },
];
const MIXINGS: readonly { readonly value: Mixing; readonly label: string }[] = [
  { value: "counts", label: "Counts" },
  { value: "equal", label: "Equal" },
  { value: "harm", label: "Weights" },
];

export function ExplorationSection() {
  const plan = useStore((state) => state.explorePlan);
  const { tile, radius } = useStore((state) => state.allocationDraft.plan);
  const stored = useStore((state) => state.results).filter(({ job }) => job === "slotForecast");
  const running = useStore((state) => state.jobs.some(({ title }) => title === EXPLORE_JOB));
  const hasResult = useStore((state) => state.exploration !== null);
  const table = useStore((state) => state.incidents?.table);
  const categories = useMemo(() => (table ? offenceCategories(table) : []), [table]);
  const change = (patch: Partial<ExplorePlan>): void => useStore.setState({ explorePlan: { ...plan, ...patch } });
  // A forecast may have been deleted since it was chosen.
  const asked: ExplorePlan = { ...plan, stored: plan.stored.filter((id) => stored.some((result) => result.id === id)) };
  const allocations = (asked.predictors.length + asked.stored.length) * plan.objectives.length * plan.fleets.length;
  return (
    // Out of the way once there is something to look at.
    <details className="section" open={!hasResult}>
      <summary>Predictors, objectives and fleets</summary>
      <p className="muted hint"><Explained text={HOW}>{`On the last days, tiles of ${metres(tile)}, reach ${metres(radius)}`}</Explained></p>
      <div role="group" aria-label="Predictors to fit">
        {(Object.keys(PREDICTOR_NAMES) as PredictorKind[]).map((kind) => (
          <Check key={kind} isSelected={plan.predictors.includes(kind)} onChange={(on) => change({ predictors: changed(plan.predictors, kind, on) })}>{PREDICTOR_NAMES[kind]}</Check>
        ))}
      </div>
      {stored.length > 0 && (
        <details>
          <summary>Forecasts of slots in the project{asked.stored.length > 0 && `: ${asked.stored.length}`}</summary>
          <div role="group" aria-label="Forecasts of slots in the project">
            {stored.map(({ id, title }) => (
              <Check key={id} isSelected={plan.stored.includes(id)} onChange={(on) => change({ stored: changed(plan.stored, id, on) })}>{title}</Check>
            ))}
          </div>
        </details>
      )}
      <NumberInput label="Days" unit="the last" min={1} max={60} value={plan.days} onChange={(days) => change({ days })} />
      <NumberInput label="Training" unit="days" min={1} max={366} value={plan.trainingDays} onChange={(trainingDays) => change({ trainingDays })} />
      <div role="group" aria-label="Objectives">
        {OBJECTIVES.map(({ value, label }) => (
          <Check key={value} isSelected={plan.objectives.includes(value)} onChange={(on) => change({ objectives: changed(plan.objectives, value, on) })}>{label}</Check>
        ))}
      </div>
      <CommitText label="Cars" value={writeNumbers(plan.fleets)} onCommit={(text) => void attempt("Reading the fleets", () => change({ fleets: wholeNumbers(text) }))} />
      <details>
        <summary>{plan.focal.length === 0 ? "Posted for the filter’s incidents" : `Posted for ${plan.focal.length === 1 ? plan.focal[0] : `${plan.focal.length} offences`}`}</summary>
        <p className="muted hint"><Explained text={FOCAL}>None chosen: all that the filter keeps, together</Explained></p>
        <div role="group" aria-label="Offences to post for">
          {categories.map((name) => (
            <Check key={name} isSelected={plan.focal.includes(name)} onChange={(on) => change({ focal: changed(plan.focal, name, on) })}>{name}</Check>
          ))}
        </div>
        {plan.focal.length > 1 && <Segments label="Mixed by" value={plan.mixing} options={MIXINGS} onChange={(mixing) => change({ mixing })} />}
      </details>
      <div className="actions">
        <Button look="primary" isDisabled={running} onPress={() => void attempt(EXPLORE_JOB, () => runExploration(asked))}>
          {running ? "Being explored …" : `Explore ${count(allocations)} combinations`}
        </Button>
      </div>
    </details>
  );
}

const changed = <Item extends string>(list: readonly Item[], one: Item, on: boolean): readonly Item[] => (on ? [...list, one] : list.filter((other) => other !== one));

function wholeNumbers(text: string): readonly number[] {
  const numbers = parseNumbers(text, FLEETS);
  const part = numbers.find((cars) => !Number.isInteger(cars));
  if (part !== undefined) throw new InputError(`${part} is no number of cars: they come whole. Write numbers such as ${FLEETS.example}.`);
  return numbers;
}
