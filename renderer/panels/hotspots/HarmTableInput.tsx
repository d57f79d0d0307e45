// The harm table: loaded, matched with the offences that the filter keeps, taken away.

import { useMemo } from "react";
import { harmOfIncidents } from "../../../core/incidents/harm/harmOfIncidents.ts";
import type { HarmTable } from "../../../core/plan/plan.ts";
import { removeHarmTable } from "../../actions/harmTable.ts";
import { attempt } from "../../actions/messages.ts";
import { pickFile } from "../../actions/openFile.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { count } from "../../ui/format.ts";

const FILE = "A CSV with a column of offences, as the incidents call them (by name or by category), and one of days, such as the Cambridge Crime Harm Index. No weight is made up.";

export function HarmTableInput() {
  const harm = useStore((state) => committedPlan(state).harm);
  return harm ? <Loaded harm={harm} /> : (
    <div className="field">
      <span className="label">Harm table</span>
      <span><Button tip={FILE} onPress={() => pickFile("harm")}>Load …</Button></span>
    </div>
  );
}

function Loaded({ harm }: { readonly harm: HarmTable }) {
  const table = useStore((state) => state.incidents?.table ?? null);
  const selected = useStore((state) => state.filtered?.selected ?? null);
  const unmatched = useMemo(() => (table && selected ? harmOfIncidents(table, selected, harm).unmatched : []), [table, selected, harm]);
  const without = unmatched.reduce((sum, { incidents }) => sum + incidents, 0);
  return (
    <details>
      <summary>
        Harm by {harm.name}{without > 0 && `: ${count(without)} incidents without a weight`}
      </summary>
      <p className="muted hint">
        {count(harm.weights.length)} offences with days. {unmatched.length === 0 ? "Every incident that the filter keeps has a weight." : `${unmatched.length} offences have none and count 0 days:`}
      </p>
      {unmatched.length > 0 && (
        <Scroll name="Offences without a weight" tall>
          <table className="table tight" aria-label="Offences without a weight">
            <thead><tr><th scope="col">Offence</th><th scope="col" className="number">Incidents</th></tr></thead>
            <tbody>{unmatched.map(({ offence, incidents }) => <tr key={offence}><th scope="row" className="wrap">{offence}</th><td className="number">{count(incidents)}</td></tr>)}</tbody>
          </table>
        </Scroll>
      )}
      <div className="actions">
        <Button tip={FILE} onPress={() => pickFile("harm")}>Load another …</Button>
        <Button onPress={() => void attempt("Removing the harm table", removeHarmTable)}>Remove</Button>
      </div>
    </details>
  );
}
