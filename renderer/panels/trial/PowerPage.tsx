// What the trial could detect, before anything is promised: what is asked, and below it the answer.

import { useState } from "react";
import { tablePeriod } from "../../../core/incidents/tablePeriod.ts";
import { allBefore, between, sameSeason, type PastPiece } from "../../../core/trial/power/pastOfTrial.ts";
import { plannedTrial } from "../../../core/trial/power/plannedTrial.ts";
import type { PowerPlan } from "../../../core/trial/power/preparePower.ts";
import type { TrialProtocol } from "../../../core/trial/protocol.ts";
import { attempt } from "../../actions/messages.ts";
import { POWER_JOB, runPower } from "../../actions/power.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { DateInput } from "../../ui/DateInput.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { count } from "../../ui/format.ts";
import { Refused } from "../Refused.tsx";
import { PowerView } from "./PowerView.tsx";
import { pastInWords } from "./pastInWords.ts";

const DAY = 86_400_000;

/** What was changed by hand; everything else follows the protocol. */
interface Asked {
  readonly outcome?: string;
  readonly hotspots?: number;
  readonly days?: number;
  /** %, as typed. */
  readonly fall?: number;
  readonly delivery?: number;
  readonly contamination?: number;
  readonly past?: "season" | "all" | "dates";
  readonly from?: number;
  readonly to?: number;
}

export function PowerPage() {
  const plan = useStore(committedPlan);
  const table = useStore((state) => state.incidents?.table ?? null);
  const running = useStore((state) => state.jobs.some(({ title }) => title === POWER_JOB));
  const shown = useStore((state) => state.power);
  const [asked, setAsked] = useState<Asked>({});
  const planned = plannedTrial(plan), units = planned.units.length;
  if (!table) return <div className="empty"><p>Load incidents first; a trial’s power is asked of the past.</p></div>;
  const known = tablePeriod(table);
  if (!known) return <div className="section"><Refused precision={table.precision} /></div>;
  if (units < 2) return <div className="empty"><p>{units === 0 ? "There are no hotspots" : "There is one hotspot"}; a trial needs two or more. Make them on the Hotspots panel, or take units on the Design page.</p></div>;

  const change = (patch: Asked): void => setAsked({ ...asked, ...patch });
  const days = asked.days ?? planned.days;
  const protocol: TrialProtocol = { ...planned, days };
  const kind = asked.past ?? "season", from = asked.from ?? known.from, to = asked.to ?? known.to;
  const past: PastPiece[] = kind === "season" ? sameSeason(known, protocol) : kind === "all" ? allBefore(known, protocol) : between(known, from, to);
  const outcome = protocol.outcomes.find(({ name }) => name === asked.outcome) ?? protocol.outcomes[0];
  const hotspots = Math.min(units, asked.hotspots ?? units);
  const fall = asked.fall ?? 100 * Math.max(0, -planned.expected), delivery = asked.delivery ?? 100, contamination = asked.contamination ?? 0;
  const ask = (): Promise<void> => {
    const request: PowerPlan = {
      protocol, outcome: outcome.name, harm: plan.harm, past,
      settings: { hotspots, days, expected: -fall / 100, delivery: delivery / 100, contamination: contamination / 100 },
    };
    return runPower(request);
  };
  return (
    <>
      <div className="section">
        <h3>What could the trial detect?</h3>
        <p className="muted hint">
          {plan.trial && plan.trial.units.length > 0
            ? `The ${units} units of the protocol, ${Math.round(100 * protocol.share)} % treated each day.`
            : `No trial is designed yet: the plan’s ${units} hotspots, half of them treated each day.`}
          {planned.redraw !== null && " Drawing again until arms balance is left out: it can add to the power told here."}
        </p>
        {protocol.outcomes.length > 1 && (
          <Choice label="Outcome" value={outcome.name} options={protocol.outcomes.map(({ name }) => ({ value: name, label: name }))} onChange={(name) => change({ outcome: name })} />
        )}
        <NumberInput label="Hotspots" min={2} max={units} value={hotspots} onChange={(n) => change({ hotspots: n })} hint={hotspots < units ? `those with the most incidents, of ${units}` : undefined} />
        <NumberInput label="Days" min={4} max={3660} value={days} onChange={(n) => change({ days: n })} />
        <NumberInput label="Fall expected" unit="%" min={0} max={100} digits={1} value={fall} onChange={(n) => change({ fall: n })} />
        <NumberInput label="Delivery" unit="%" min={1} max={100} value={delivery} onChange={(n) => change({ delivery: n })} hint="of treatment days are patrolled" />
        <NumberInput label="Contamination" unit="%" min={0} max={99} value={contamination} onChange={(n) => change({ contamination: n })} hint="of control days are patrolled too" />
        <Choice
          label="Past"
          value={kind}
          options={[{ value: "season", label: "Same season of the years before" }, { value: "all", label: "All days before the trial" }, { value: "dates", label: "From one date to another" }]}
          onChange={(next) => change({ past: next })}
        />
        {kind === "dates" && (
          <div className="pair-fields">
            <DateInput label="First day of the past" value={from} onChange={(next) => change({ from: next })} />
            to
            <DateInput label="Last day of the past" value={to - DAY} onChange={(next) => change({ to: next + DAY })} />
          </div>
        )}
        <p className="muted hint">{past.length === 0 ? "The incidents speak of no such day." : `${count(past.reduce((sum, piece) => sum + piece.days, 0))} days: ${pastInWords(past)}`}</p>
        <div className="actions">
          <Button look="primary" isDisabled={running || past.length === 0} onPress={() => void attempt(POWER_JOB, ask)}>
            {running ? "Being simulated …" : "Ask what it could detect"}
          </Button>
        </div>
      </div>
      {shown && <PowerView shown={shown} />}
    </>
  );
}
