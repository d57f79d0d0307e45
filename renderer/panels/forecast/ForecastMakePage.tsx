// What a forecast is made from: blocks, windows, model, sampling.

import { isoDay } from "../../../core/incidents/isoDay.ts";
import { useState } from "react";
import type { ForecastPlan } from "../../../core/forecast/prepareForecast.ts";
import { MODELS, type ModelNumber } from "../../../core/forecast/models.ts";
import { parseWindows, writeWindows } from "../../../core/forecast/windowList.ts";
import { InputError } from "../../../core/errors.ts";
import { dayKindOf, studyAreaOf, type ForecastChoices } from "../../actions/choicesOf.ts";
import { FORECAST_JOB, runForecast } from "../../actions/forecast.ts";
import { attempt } from "../../actions/messages.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/Check.tsx";
import { Choice, Segments } from "../../ui/Choice.tsx";
import { CommitText } from "../../ui/CommitText.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count } from "../../ui/format.ts";
import { DaysInput } from "./DaysInput.tsx";
import { StudyAreaInput } from "./StudyAreaInput.tsx";
import { MEANING } from "./startPlan.ts";

interface Props {
  readonly plan: ForecastPlan;
  readonly onChange: (plan: ForecastPlan) => void;
  readonly choices: ForecastChoices;
  readonly onChoose: (choices: ForecastChoices) => void;
  readonly incidents: number;
  readonly expertPoints: number;
  readonly onMade: () => void;
}

const INTEGRAL =
  "Full integral: the density averaged over all posterior draws (eq. 22), so that what is not known of the parameters is in the map. " +
  "Plug-in: the density at the posterior means (eq. 23 to 25), somewhat faster.";
const ADAPTIVE = "Adaptive: wide kernels where events are few, narrow where they are many, h = 1/(α A^β) (eq. 8, 9). Fixed: β = 0.";

export function ForecastMakePage({ plan, onChange, choices, onChoose, incidents, expertPoints, onMade }: Props) {
  const change = (patch: Partial<ForecastPlan>): void => onChange({ ...plan, ...patch });
  const model = MODELS[plan.model];
  const running = useStore((state) => state.jobs.some(({ title }) => title === FORECAST_JOB));
  const run = (): void =>
    void attempt("Forecast", async () => {
      await runForecast({ ...plan, ...dayKindOf(choices, plan.model), ...studyAreaOf(choices) });
      onMade();
    });
  return (
    <>
      <div className="section">
        <h3>From {count(incidents)} incidents</h3>
        <Choice
          label="Model"
          value={`${plan.model}`}
          options={Object.values(MODELS).map(({ number, name }) => ({ value: `${number}`, label: `${number} · ${name}` }))}
          onChange={(value) => change({ model: Number.parseInt(value, 10) as ModelNumber })}
        />
        <p className="muted hint">{MEANING[plan.model]}</p>
        <NumberInput label="Block" unit="days" min={1} max={366} value={plan.days} onChange={(days) => change({ days })} />
        <NumberInput label="Past blocks" min={1} max={520} value={model.onePastBlock ? 1 : plan.blocks} isDisabled={model.onePastBlock} onChange={(blocks) => change({ blocks })} />
        <EndDate end={plan.end} onChange={(end) => change({ end })} />
        <DaysInput choices={choices} model={plan.model} onChange={(patch) => onChoose({ ...choices, ...patch })} />
        <WindowsInput plan={plan} onChange={change} />
        <NumberInput label="Cell" unit="m" min={10} max={10000} value={plan.cell} onChange={(cell) => change({ cell })} />
        <NumberInput
          label="Place error"
          unit="m"
          min={0}
          max={1000}
          value={plan.placeError ?? 0}
          onChange={(placeError) => change({ placeError })}
          hint="how far from its record an incident may have been"
        />
        <StudyAreaInput area={choices.area} onChange={(area) => onChoose({ ...choices, area })} />
        {model.bandwidths === "bayesian" && !model.onePastBlock && (
          <Segments
            label="Block weights"
            value={plan.blockWeights ?? "estimated"}
            options={[{ value: "estimated", label: "Learned" }, { value: "equal", label: "Equal" }]}
            onChange={(blockWeights) => change({ blockWeights })}
          />
        )}
        <Segments
          label="Bandwidths"
          value={plan.adaptive ? "adaptive" : "fixed"}
          options={[{ value: "adaptive", label: "Adaptive" }, { value: "fixed", label: "Fixed" }]}
          onChange={(value) => change({ adaptive: value === "adaptive" })}
        />
        <Segments
          label="Prediction"
          value={plan.integral}
          options={[{ value: "full", label: "Full integral" }, { value: "plug-in", label: "Plug-in" }]}
          onChange={(integral) => change({ integral })}
          isDisabled={model.bandwidths === "silverman"}
        />
        <p className="muted hint"><Explained text={`${ADAPTIVE} ${INTEGRAL}`}>What these two mean</Explained></p>
      </div>
      {expertPoints > 0 && (
        <div className="section">
          <h3>Expert points</h3>
          <p className="muted hint">
            Of the plan&rsquo;s {count(expertPoints)}, those that speak of the forecast block enter as a block of their own. Its weight is learned from those that spoke of the latest block; without any, it is this:
          </p>
          <NumberInput label="Expert weight" min={0} max={0.99} digits={2} value={plan.expertWeight} onChange={(expertWeight) => change({ expertWeight })} />
        </div>
      )}
      <details className="section">
        <summary>Sampling</summary>
        {model.bandwidths === "silverman" ? (
          <p className="muted hint">Silverman&rsquo;s rule draws nothing: there is nothing to sample.</p>
        ) : (
          <>
            <NumberInput label="Chains" min={1} max={16} value={plan.chains} onChange={(chains) => change({ chains })} />
            <NumberInput label="Warm-up draws" min={0} max={100000} value={plan.warmup} onChange={(warmup) => change({ warmup })} />
            <NumberInput label="Kept draws" min={4} max={100000} value={plan.draws} onChange={(draws) => change({ draws })} hint="of each chain" />
            <CommitText label="Seed" value={`${plan.seed}`} onCommit={(seed) => change({ seed: /^\d{1,15}$/.test(seed) ? Number.parseInt(seed, 10) : seed })} />
          </>
        )}
        <Check isSelected={plan.exact === true} onChange={(exact) => change({ exact })}>Sum over every event, however small</Check>
      </details>
      <div className="section">
        <div className="actions"><Button look="primary" isDisabled={running} onPress={run}>{running ? "Being made …" : "Make the forecast"}</Button></div>
      </div>
    </>
  );
}

function WindowsInput({ plan, onChange }: { readonly plan: ForecastPlan; readonly onChange: (patch: Partial<ForecastPlan>) => void }) {
  const [fault, setFault] = useState<string | null>(null);
  const read = (text: string): void => {
    try {
      onChange({ windows: parseWindows(text) });
      setFault(null);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      setFault(error.message);
    }
  };
  return (
    <div className="stacked">
      <CommitText label="Windows, hours of the day" value={writeWindows(plan.windows)} onCommit={read} />
      {fault && <p className="bad hint" role="alert">{fault}</p>}
    </div>
  );
}

/** Empty: after the last day that has an incident. */
function EndDate({ end, onChange }: { readonly end: number | null; readonly onChange: (end: number | null) => void }) {
  const text = end === null ? "" : isoDay(end);
  return (
    <label className="field">
      <span className="label">Forecast from</span>
      <input
        key={text}
        className="input"
        type="date"
        defaultValue={text}
        title="Empty: the day after the last incident"
        onBlur={(event) => {
          const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(event.target.value)?.slice(1).map((part) => Number.parseInt(part, 10));
          const next = parts ? Date.UTC(parts[0], parts[1] - 1, parts[2]) : null;
          if (next !== end) onChange(next);
        }}
        onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      />
    </label>
  );
}
