// How arms are dealt out: share, block, drawing again, seed, and the baseline that draws are balanced on.

import type { TrialProtocol } from "../../../core/trial/protocol.ts";
import { attempt } from "../../actions/messages.ts";
import { BASELINE_JOB, changeTrial, countBaseline } from "../../actions/trialDesign.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/Check.tsx";
import { Segments } from "../../ui/Choice.tsx";
import { CommitText } from "../../ui/CommitText.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { decimal } from "../../ui/format.ts";

const IMBALANCE = "The larger of two: how far the share of days on treatment of any unit is from the share asked for, and how far the mean baselines of the arms are apart, in standard deviations √((s₁² + s₀²)/2), s₁ of treatment and s₀ of control.";
const PAIR = "What is on treatment on the first of two days running is control on the second: every unit has half of the days. The second day can be foretold from the first.";
const BASELINE = "Incidents of the primary outcome a day in each unit, over all days before the trial's first day that the incidents speak of.";
const START_REDRAW = { attempts: 1000, most: 0.1 };

export function DrawSection({ trial }: { readonly trial: TrialProtocol }) {
  const { share, block, redraw, seed, units } = trial;
  const counting = useStore((state) => state.jobs.some(({ title }) => title === BASELINE_JOB));
  const baselines = units.flatMap(({ baseline }) => baseline ?? []);
  return (
    <div className="section">
      <h3>Draw</h3>
      <Segments
        label="Block"
        value={block}
        options={[{ value: "day", label: "A day" }, { value: "pair", label: "Two days" }]}
        onChange={(next) => changeTrial(next === "pair" && share !== 0.5 ? { block: next, share: 0.5 } : { block: next })}
      />
      <p className="muted hint">
        {block === "day" ? "Drawn anew on each day, within each stratum." : <Explained text={PAIR}>Turned over on the second day, within each stratum.</Explained>}
      </p>
      <NumberInput label="On treatment" unit="%" value={100 * share} min={1} max={99} digits={1} isDisabled={block === "pair"} onChange={(next) => changeTrial({ share: next / 100 })} />
      <CommitText label="Seed" value={seed} onCommit={(next) => next.trim() !== "" && changeTrial({ seed: next.trim() })} />
      <div className="field">
        <Explained text={BASELINE}>Baseline</Explained>
        <span>
          {baselines.length === 0 ? "not counted " : `${decimal(Math.min(...baselines), 2)} to ${decimal(Math.max(...baselines), 2)} a day `}
          <Button isDisabled={counting || units.length === 0} onPress={() => void attempt(BASELINE_JOB, countBaseline)}>{counting ? "Counting …" : "Count"}</Button>
        </span>
      </div>
      <Check isSelected={redraw !== null} onChange={(on) => changeTrial({ redraw: on ? START_REDRAW : null })}>Draw again until it is balanced</Check>
      {redraw && (
        <>
          <NumberInput label="At most" unit="draws" value={redraw.attempts} min={1} max={10_000} onChange={(attempts) => changeTrial({ redraw: { ...redraw, attempts } })} />
          <NumberInput label="Imbalance, at most" value={redraw.most} min={0.001} max={1} digits={3} onChange={(most) => changeTrial({ redraw: { ...redraw, most } })} />
          <p className="muted hint"><Explained text={IMBALANCE}>What imbalance is</Explained>. The evaluation draws by the same rule.</p>
        </>
      )}
    </div>
  );
}
