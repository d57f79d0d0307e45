// What expert knowledge would be worth: how much is known and how exactly, on how many blocks; and the table that came of it.

import { useState } from "react";
import { InputError } from "../../../core/errors.ts";
import { parseNumbers, writeNumbers, type NumberListRule } from "../../../core/forecast/numberList.ts";
import type { ForecastPlan } from "../../../core/forecast/prepareForecast.ts";
import { studyAreaOf, type ForecastChoices } from "../../actions/choicesOf.ts";
import { EXPERT_VALUE_JOB, runExpertValue } from "../../actions/expertValue.ts";
import { attempt } from "../../actions/messages.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { CommitText } from "../../ui/CommitText.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count } from "../../ui/format.ts";
import { ExpertValueView } from "./ExpertValueView.tsx";

const PROCEDURE =
  "Section 4.2 of the Delhi paper: of the n events of each window of a block ⌊n p⌋ are drawn; each becomes an expert point, even over the disc of the radius around its event, at the middle of its window. " +
  "The same expert speaks of the block before, from which the weight of what is said is learned.";
const SHARES: NumberListRule = { name: "a share in %", min: 1, max: 100, example: "10, 20, 30, 50" };
const RADII: NumberListRule = { name: "a radius in m", min: 0, max: 20_000, example: "100, 500, 1000" };

export function ExpertValueSection({ plan, choices }: { readonly plan: ForecastPlan; readonly choices: ForecastChoices }) {
  const shown = useStore((state) => state.expertValue);
  const running = useStore((state) => state.jobs.some(({ title }) => title === EXPERT_VALUE_JOB));
  const [percents, setPercents] = useState<readonly number[]>([10, 20, 30, 50]);
  const [radii, setRadii] = useState<readonly number[]>([100, 500, 1000]);
  const [testBlocks, setTestBlocks] = useState(3);
  const [repetitions, setRepetitions] = useState(1);
  const [seed, setSeed] = useState(`${plan.seed}`);
  const each = 1 + percents.length * radii.length * repetitions;
  const run = (): void => {
    const { blocks: history, ...asked } = plan;
    const given = { history, shares: percents.map((percent) => percent / 100), radii, testBlocks, repetitions, seed: /^\d{1,15}$/.test(seed) ? Number.parseInt(seed, 10) : seed };
    void attempt(EXPERT_VALUE_JOB, () => runExpertValue({ ...asked, ...given, ...studyAreaOf(choices) }));
  };
  return (
    <details className="section">
      <summary>Value of expert knowledge</summary>
      <p className="muted hint">
        <Explained text={PROCEDURE}>Simulated experts</Explained> who know of a share of what happens, to within a radius: how much better model {plan.model} would be with them. Settings are those under Make.
      </p>
      <List label="Known, %" numbers={percents} rule={SHARES} onChange={setPercents} />
      <List label="Within, m" numbers={radii} rule={RADII} onChange={setRadii} />
      <NumberInput label="Blocks forecast" min={1} max={520} value={testBlocks} onChange={setTestBlocks} />
      <NumberInput label="Experts of each kind" min={1} max={100} value={repetitions} onChange={setRepetitions} />
      <CommitText label="Seed" value={seed} onCommit={setSeed} />
      <p className="muted hint">{count(each)} forecasts for each block, {count(each * testBlocks)} in all.</p>
      <div className="actions"><Button look="primary" isDisabled={running} onPress={run}>{running ? "Being measured …" : "Measure the value"}</Button></div>
      {shown && <ExpertValueView shown={shown} />}
    </details>
  );
}

interface ListProps {
  readonly label: string;
  readonly numbers: readonly number[];
  readonly rule: NumberListRule;
  readonly onChange: (numbers: readonly number[]) => void;
}

function List({ label, numbers, rule, onChange }: ListProps) {
  const [fault, setFault] = useState<string | null>(null);
  const read = (text: string): void => {
    try {
      onChange(parseNumbers(text, rule));
      setFault(null);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      setFault(error.message);
    }
  };
  return (
    <>
      <CommitText label={label} value={writeNumbers(numbers)} onCommit={read} />
      {fault && <p className="bad hint" role="alert">{fault}</p>}
    </>
  );
}
