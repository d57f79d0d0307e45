// The units of the trial: taken from the plan's hotspots or a layer, put into strata, groups and teams.

import "./schedule.css";
import { useState } from "react";
import type { TrialProtocol } from "../../../core/trial/protocol.ts";
import { groupBy } from "../../../core/record/groupBy.ts";
import { hoursInWords } from "../../../core/record/hoursInWords.ts";
import { unitsOfPlan } from "../../../core/trial/units/unitsOfPlan.ts";
import { attempt } from "../../actions/messages.ts";
import { describeUnits, removeUnits, setTeams, stratify, takeUnits } from "../../actions/trialDesign.ts";
import type { ContextLayer } from "../../layerState.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/Check.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { TextInput } from "../../ui/TextInput.tsx";
import { Explained } from "../../ui/Tip.tsx";

const PLAN = "plan";
const SNAPSHOT = "A unit is a hotspot with its patrol areas as they stood when it was taken: what is moved later changes the trial only when it is taken again.";
const STRATA = "Drawn on each day by itself: as many of its units are on treatment as the share asks for. By hours: all from 08:00 to 20:00 is day, none is night, others are all hours.";
const TEAMS = "Whose officers see a unit in the tasking pack.";

const hasAreas = ({ data }: ContextLayer): boolean => data.features.some(({ geometry }) => geometry?.type.endsWith("Polygon"));

export function UnitsSection({ trial }: { readonly trial: TrialProtocol }) {
  const plan = useStore(committedPlan);
  const layers = useStore((state) => state.contextLayers).filter(hasAreas);
  const [chosen, setChosen] = useState<string | null>(null);
  const source = chosen ?? (plan.hotspots.length > 0 ? PLAN : (layers[0]?.id ?? PLAN));
  const { units } = trial;
  const moved = movedSince(trial, plan);
  const take = (): void => void attempt("Taking the units", () => takeUnits(source === PLAN ? "plan" : { layer: source }));
  const byLayer = layers.map(({ id, name }) => ({ value: id, label: `by ${name}` }));
  return (
    <div className="section">
      <h3>Units</h3>
      <Choice
        label="From"
        value={source}
        options={[{ value: PLAN, label: `the plan's ${plan.hotspots.length} hotspots` }, ...layers.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={setChosen}
      />
      <div className="actions">
        <Button look={units.length === 0 ? "primary" : undefined} isDisabled={source === PLAN && plan.hotspots.length === 0} onPress={take}>{units.length === 0 ? "Take these units" : "Take again"}</Button>
      </div>
      {units.length > 0 && (
        <>
          <p className="muted hint"><Explained text={SNAPSHOT}>{`${units.length} units`}</Explained>{inStrata(trial)}.</p>
          {moved.length > 0 && <p className="notice" role="status">{moved.join(", ")} changed in the plan since.</p>}
          <Apply label="Strata" tip={STRATA} options={[{ value: "none", label: "none" }, { value: "hours", label: "day and night, by hours" }, ...byLayer]} onChange={(by) => stratify(by === "none" || by === "hours" ? by : { layer: by })} />
          {byLayer.length > 0 && <Apply label="Teams" tip={TEAMS} options={[{ value: "none", label: "everybody" }, ...byLayer]} onChange={(layer) => setTeams(layer === "none" ? null : layer)} />}
          <UnitList trial={trial} />
        </>
      )}
    </div>
  );
}

function inStrata({ units }: TrialProtocol): string {
  const strata = groupBy(units, ({ stratum }) => stratum);
  const groups = new Set(units.flatMap(({ group }) => group ?? []));
  const parts = strata.map((of) => `${of.length} in ${of[0].stratum === "" ? "no stratum" : of[0].stratum}`);
  return `${strata.length > 1 ? `: ${parts.join(", ")}` : ""}${groups.size > 0 ? `; ${groups.size} ${groups.size === 1 ? "group" : "groups"}` : ""}`;
}

/** Names of units that the plan's hotspots of the same id do not look like any more. */
function movedSince({ units }: TrialProtocol, plan: Parameters<typeof unitsOfPlan>[0]): string[] {
  const now = new Map(unitsOfPlan(plan).map((unit) => [unit.id, unit]));
  return units.filter(({ id, shapes, hours }) => {
    const unit = now.get(id);
    return unit && JSON.stringify([unit.shapes, unit.hours]) !== JSON.stringify([shapes, hours]);
  }).map(({ name }) => name);
}

/** A way of sorting units, used when it is pressed: what it gave can be changed by hand. */
function Apply({ label, tip, options, onChange }: { readonly label: string; readonly tip: string; readonly options: readonly { readonly value: string; readonly label: string }[]; readonly onChange: (value: string) => void }) {
  const [value, setValue] = useState("none");
  return (
    <div className="apply">
      <Choice label={label} value={value} options={options} onChange={setValue} />
      <Button tip={tip} aria-label={`Set the ${label.toLowerCase()}`} onPress={() => void attempt(`Setting the ${label.toLowerCase()}`, () => onChange(value))}>Set</Button>
    </div>
  );
}

function UnitList({ trial: { units } }: { readonly trial: TrialProtocol }) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [words, setWords] = useState("");
  const ids = units.map(({ id }) => id).filter((id) => ticked.includes(id));
  const describe = (field: "stratum" | "group" | "team", given: string): void => void attempt("The change", () => describeUnits(ids, field, given));
  const grouped = units.some(({ id, group }) => group !== undefined && ids.includes(id));
  return (
    <details>
      <summary>Each unit</summary>
      <Scroll name="Units of the trial" tall>
        <table className="table tight" aria-label="Units of the trial">
          <thead><tr><th scope="col">Unit</th><th scope="col">Stratum</th><th scope="col">Group</th><th scope="col">Team</th></tr></thead>
          <tbody>
            {units.map(({ id, name, stratum, group, team, hours }) => (
              <tr key={id} title={`Patrols are offered ${hoursInWords(hours)}`}>
                <th scope="row"><Check isSelected={ids.includes(id)} onChange={(on) => setTicked(on ? [...ids, id] : ids.filter((other) => other !== id))}>{name}</Check></th>
                <td>{stratum}</td><td>{group}</td><td>{team}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <TextInput label={`Name for the ${ids.length} ticked`} value={words} onChange={setWords} />
      <div className="actions">
        <Button isDisabled={ids.length < 2 || words.trim() === ""} tip="They always have the same arm." onPress={() => describe("group", words)}>Draw together</Button>
        <Button isDisabled={!grouped} onPress={() => describe("group", "")}>Draw alone</Button>
        <Button isDisabled={ids.length === 0} onPress={() => describe("stratum", words)}>As stratum</Button>
        <Button isDisabled={ids.length === 0} onPress={() => describe("team", words)}>As team</Button>
        <Button isDisabled={ids.length === 0} onPress={() => void attempt("Removing units", () => removeUnits(ids))}>Remove</Button>
      </div>
    </details>
  );
}
