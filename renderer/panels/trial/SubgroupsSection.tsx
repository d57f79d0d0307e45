// Subgroups, declared beforehand: whatever else is compared is exploratory.

import type { TrialProtocol, TrialSubgroup } from "../../../core/trial/protocol.ts";
import { changeTrial } from "../../actions/trialDesign.ts";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/Check.tsx";
import { CommitText } from "../../ui/CommitText.tsx";
import { Scroll } from "../../ui/Scroll.tsx";

export function SubgroupsSection({ trial }: { readonly trial: TrialProtocol }) {
  const { subgroups, units } = trial;
  const set = (i: number, change: Partial<TrialSubgroup> | null): void =>
    changeTrial({ subgroups: subgroups.flatMap((one, j) => (i !== j ? one : change ? { ...one, ...change } : [])) });
  const strata = [...new Set(units.map(({ stratum }) => stratum))];
  const add = (...more: TrialSubgroup[]): void => changeTrial({ subgroups: [...subgroups, ...more] });
  return (
    <div className="section">
      <h3>Subgroups</h3>
      {subgroups.length === 0 && <p className="muted hint">None. What is not declared here is exploratory, and the results will say so.</p>}
      {subgroups.map((subgroup, i) => (
        <details key={i}>
          <summary>{subgroup.name} <span className="muted">{subgroup.units.length} of {units.length}</span></summary>
          <CommitText label="Name" value={subgroup.name} onCommit={(name) => name.trim() !== "" && set(i, { name: name.trim() })} />
          <Scroll name={`Units of ${subgroup.name}`} tall>
            <div role="group" aria-label={`Units of ${subgroup.name}`}>
              {units.map(({ id, name }) => (
                <Check key={id} isSelected={subgroup.units.includes(id)} onChange={(on) => set(i, { units: on ? [...subgroup.units, id] : subgroup.units.filter((other) => other !== id) })}>{name}</Check>
              ))}
            </div>
          </Scroll>
          <div className="actions"><Button onPress={() => set(i, null)}>Remove</Button></div>
        </details>
      ))}
      <div className="actions">
        <Button onPress={() => add({ name: `Subgroup ${subgroups.length + 1}`, units: [] })}>Add a subgroup</Button>
        {strata.length > 1 && (
          <Button onPress={() => add(...strata.map((stratum) => ({ name: stratum === "" ? "no stratum" : stratum, units: units.filter((unit) => unit.stratum === stratum).map(({ id }) => id) })))}>Add each stratum</Button>
        )}
      </div>
    </div>
  );
}
