// The effects of the allocation on the map: on what, judged by which incidents, and who is covered more and less.

import { useMemo, useState } from "react";
import { namedAreas } from "../../../core/formats/namedAreas.ts";
import { numericProperties } from "../../../core/formats/numberedAreas.ts";
import { EFFECTS_JOB, runAreaEffects, runOffenceEffects, runPopulationEffects, type JudgedBy } from "../../actions/effects.ts";
import { attempt } from "../../actions/messages.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/Check.tsx";
import { Choice, Segments } from "../../ui/Choice.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { EffectsTable } from "./EffectsTable.tsx";

const WHY =
  "Cars posted for one offence change what is near for all others, and for the people of each place (Brandt et al. 2022, 4.4 and 5.1). " +
  "Each group is measured by itself, with cars at the centres of their tiles and incidents where they happened, in straight lines.";

type On = "offences" | `areas ${string}` | `people ${string}`;

export function EffectsSection() {
  const allocation = useStore((state) => state.allocation);
  const effects = useStore((state) => state.effects);
  const hasDays = useStore((state) => state.slots !== null);
  const running = useStore((state) => state.jobs.some(({ title }) => title === EFFECTS_JOB));
  const layers = useAreaLayers();
  const [on, setOn] = useState<On>("offences");
  const [judgedBy, setJudgedBy] = useState<JudgedBy>("filter");
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [kind, layerId] = on.split(" ", 2);
  const columns = layers.find(({ id }) => id === layerId)?.columns ?? [];
  // Many columns of numbers count something else than people: none is chosen unasked.
  const chosen = columns.filter((column) => picked.includes(column));
  const by = hasDays ? judgedBy : "filter";
  const run = (): Promise<void> =>
    kind === "offences" ? runOffenceEffects(by) : kind === "areas" ? runAreaEffects(layerId, by) : runPopulationEffects(layerId, chosen);
  return (
    <div className="section">
      <h3><Explained text={WHY}>Effects of the allocation on the map</Explained></h3>
      {!allocation && <p className="muted hint">Post cars under Optimise first, or choose an allocation below.</p>}
      <Choice
        label="On"
        value={on}
        options={[
          { value: "offences" as On, label: "every offence type" },
          ...layers.map(({ id, name }) => ({ value: `areas ${id}` as On, label: `areas of ${name}` })),
          ...layers.filter((layer) => layer.columns.length > 0).map(({ id, name }) => ({ value: `people ${id}` as On, label: `people of ${name}` })),
        ]}
        onChange={setOn}
      />
      {kind === "people" && (
        <div role="group" aria-label="Columns of people">
          {columns.map((column) => (
            <Check key={column} isSelected={picked.includes(column)} onChange={(selected) => setPicked(selected ? [...picked, column] : picked.filter((one) => one !== column))}>
              {column}
            </Check>
          ))}
        </div>
      )}
      {kind !== "people" && hasDays && (
        <Segments
          label="Incidents of"
          value={judgedBy}
          options={[{ value: "filter", label: "the filter" }, { value: "days", label: "predicted days" }]}
          onChange={setJudgedBy}
        />
      )}
      <div className="actions">
        <Button look="primary" isDisabled={!allocation || running || (kind === "people" && chosen.length === 0)} onPress={() => void attempt(EFFECTS_JOB, run)}>Show the effects</Button>
      </div>
      {effects && (
        <>
          {effects.allocation !== allocation && <p className="notice" role="status">Stale: another allocation is on the map.</p>}
          <p className="muted hint">{effects.allocation.title}, on {effects.on}: {effects.basis}.</p>
          <EffectsTable effects={effects} />
        </>
      )}
    </div>
  );
}

function useAreaLayers(): readonly { readonly id: string; readonly name: string; readonly columns: readonly string[] }[] {
  const layers = useStore((state) => state.contextLayers);
  const plane = useStore((state) => state.plane);
  return useMemo(
    () => (plane ? layers.filter(({ data }) => namedAreas(data, plane).length > 0).map(({ id, name, data }) => ({ id, name, columns: numericProperties(data) })) : []),
    [layers, plane],
  );
}
