// What the trial counts: the primary outcome first, each as offences and with or without domestic ones.

import type { Measure, TrialOutcome, TrialProtocol } from "../../../core/trial/protocol.ts";
import { leftOut, offencesBut } from "../../../core/trial/outcomeOffences.ts";
import { say } from "../../actions/messages.ts";
import { changeTrial } from "../../actions/trialDesign.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { CommitText } from "../../ui/CommitText.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { OffenceTree } from "../OffenceTree.tsx";

const MEASURES: readonly { readonly value: Measure; readonly label: string }[] = [
  { value: "prevalence", label: "Prevalence" }, { value: "count", label: "Count" }, { value: "harm", label: "Harm" },
];
const MEASURE = "Prevalence: the share of location-days with an incident. Count: incidents per location-day. Harm: days of imprisonment per location-day, by the plan's harm table.";
const DOMESTIC = [
  { value: "all", label: "Domestic or not" }, { value: "without", label: "Without domestic" }, { value: "only", label: "Domestic only" },
] as const;

export function OutcomesSection({ trial }: { readonly trial: TrialProtocol }) {
  const { outcomes, primary } = trial;
  const hasHarm = useStore((state) => state.history.entries[state.history.position].plan.harm !== null);
  const put = (next: readonly TrialOutcome[]): void => changeTrial({ outcomes: next });
  const free = (name: string): string => (outcomes.some((one) => one.name === name) ? free(`${name} again`) : name);
  return (
    <div className="section">
      <h3>Outcomes</h3>
      <Choice label="Primary measure" value={primary} options={MEASURES} onChange={(next) => changeTrial({ primary: next })} />
      <p className="muted hint">
        <Explained text={MEASURE}>What the measures are</Explained>.{primary === "harm" && !hasHarm && " The plan has no harm table yet: load one on the Hotspots panel, Find page."}
      </p>
      {outcomes.map((outcome, i) => (
        <details key={i}>
          <summary>{outcome.name} <span className="muted">{i === 0 ? "primary" : ""}</span></summary>
          <Outcome
            outcome={outcome}
            onChange={(change) => put(outcomes.map((one, j) => (i === j ? { ...one, ...change } : one)))}
            isTaken={(name) => outcomes.some((one, j) => i !== j && one.name === name)}
          />
          <div className="actions">
            {i > 0 && <Button onPress={() => put([outcome, ...outcomes.filter((_, j) => j !== i)])}>Make primary</Button>}
            {outcomes.length > 1 && <Button onPress={() => put(outcomes.filter((_, j) => j !== i))}>Remove</Button>}
          </div>
        </details>
      ))}
      <div className="actions">
        <Button onPress={() => put([...outcomes, { name: free(`Outcome ${outcomes.length + 1}`), offences: [], domestic: "all" }])}>Add an outcome</Button>
      </div>
    </div>
  );
}

interface Props {
  readonly outcome: TrialOutcome;
  readonly onChange: (change: Partial<TrialOutcome>) => void;
  readonly isTaken: (name: string) => boolean;
}

function Outcome({ outcome, onChange, isTaken }: Props) {
  const table = useStore((state) => state.incidents?.table ?? null);
  const byOffence = useStore((state) => state.filtered?.byOffence ?? null);
  const rename = (given: string): void => {
    const name = given.trim();
    if (name === "" || isTaken(name)) say("error", name === "" ? "An outcome needs a name. Enter one." : `There is an outcome ${name} already. Enter another name.`);
    else onChange({ name });
  };
  return (
    <>
      <CommitText label="Name" value={outcome.name} onCommit={rename} />
      <Choice label="Domestic" value={outcome.domestic} options={DOMESTIC} onChange={(domestic) => onChange({ domestic })} />
      {table && (
        <OffenceTree
          table={table}
          byOffence={byOffence}
          without={leftOut(table, outcome.offences)}
          onChange={(without) => {
            const offences = offencesBut(table, without);
            if (offences === null) say("error", "An outcome counts at least one offence. Choose another first.");
            else onChange({ offences });
          }}
        />
      )}
    </>
  );
}
