// Where vehicles must and must not stand, how many each jurisdiction has at least, and along what distances run.

import { useMemo, useState } from "react";
import { IconBan, IconPin, IconTrash } from "@tabler/icons-react";
import { namedAreas } from "../../../core/formats/namedAreas.ts";
import type { Point } from "../../../core/geo/types.ts";
import { changeAllocation, changeAllocationPlan, togglePlace, type PlaceRule } from "../../actions/allocationDraft.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Check } from "../../ui/Check.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { count } from "../../ui/format.ts";
import { useLineLayers } from "../lineLayers.ts";

export function RulesInput() {
  const { fixed, forbidden, least } = useStore((state) => state.allocationDraft.plan);
  const forbids = useStore((state) => state.allocationDraft.exclusions);
  const exclusions = useStore((state) => committedPlan(state).exclusions.length);
  // Reading layers takes time, so only for those who look.
  const [isOpen, setOpen] = useState(false);
  const rules = fixed.length + forbidden.length + least.length + (forbids && exclusions > 0 ? 1 : 0);
  return (
    <details className="section" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Places and rules{rules > 0 && `: ${rules}`}</summary>
      <Check isSelected={forbids} onChange={(on) => changeAllocation({ exclusions: on })}>
        No vehicle in the plan&rsquo;s exclusions ({count(exclusions)})
      </Check>
      <div className="actions">
        <Button tip="Click on the map where a vehicle must stand; once more takes the place away" onPress={() => useStore.setState({ tool: "fixed" })}><IconPin size={14} /> Fix places</Button>
        <Button tip="Click on the map where no vehicle may stand; once more takes the place away" onPress={() => useStore.setState({ tool: "forbidden" })}><IconBan size={14} /> Forbid places</Button>
      </div>
      <Places rule="fixed" places={fixed} name="Fixed" />
      <Places rule="forbidden" places={forbidden} name="Forbidden" />
      {isOpen && <Areas />}
      {isOpen && <Distances />}
    </details>
  );
}

function Places({ rule, places, name }: { readonly rule: PlaceRule; readonly places: readonly Point[]; readonly name: string }) {
  if (places.length === 0) return null;
  return (
    <ul className="rows" aria-label={`${name} places`}>
      {places.map((place, i) => (
        <li key={`${place.x} ${place.y}`} className="row">
          <span className="name">{name} place {i + 1}</span>
          <span className="muted number">{count(place.x)}, {count(place.y)} m</span>
          <IconButton icon={<IconTrash size={14} />} label={`Remove ${rule} place ${i + 1}`} onPress={() => togglePlace(rule, place)} />
        </li>
      ))}
    </ul>
  );
}

const NONE = "none";

function Distances() {
  const withLines = useLineLayers();
  const roads = useStore((state) => state.allocationDraft.roads);
  if (withLines.length === 0) return <p className="muted hint">Distances are straight lines; with a layer of roads they can run along it.</p>;
  return (
    <Choice
      label="Distances"
      value={roads ?? NONE}
      options={[{ value: NONE, label: "Straight lines" }, ...withLines.map(({ id, name }) => ({ value: id, label: `Along ${name}` }))]}
      onChange={(id) => changeAllocation({ roads: id === NONE ? null : id })}
    />
  );
}

function Areas() {
  const layers = useStore((state) => state.contextLayers);
  const area = useStore((state) => state.allocationDraft.area);
  const plane = useStore((state) => state.plane);
  const chosen = useStore((state) => state.allocationDraft.jurisdictions);
  const least = useStore((state) => state.allocationDraft.plan.least);
  const withAreas = useMemo(
    () => (plane ? layers.map((layer) => ({ layer, names: [...new Set(namedAreas(layer.data, plane).map(({ name }) => name))] })).filter(({ names }) => names.length > 0) : []),
    [layers, plane],
  );
  const names = withAreas.find(({ layer }) => layer.id === chosen)?.names;
  if (withAreas.length === 0) return <p className="muted hint">A layer of areas (districts, beats) that you add can bound the tiles, and ask for a fewest number of vehicles in each area.</p>;
  const choose = (id: string): void => {
    changeAllocation({ jurisdictions: id === NONE ? null : id });
    changeAllocationPlan({ least: [] });
  };
  const ask = (name: string, vehicles: number): void =>
    changeAllocationPlan({ least: [...least.filter((other) => other.name !== name), ...(vehicles > 0 ? [{ name, vehicles }] : [])] });
  return (
    <>
      <Choice
        label="Study area"
        value={area}
        options={[{ value: "filter", label: "As the demand" }, ...withAreas.map(({ layer }) => ({ value: layer.id, label: `Layer ${layer.name}` }))]}
        onChange={(id) => changeAllocation({ area: id })}
      />
      <Choice label="Jurisdictions" value={chosen ?? NONE} options={[{ value: NONE, label: "None" }, ...withAreas.map(({ layer }) => ({ value: layer.id, label: layer.name }))]} onChange={choose} />
      {names && (
        <>
          <p className="muted hint">Fewest vehicles in each</p>
          <Scroll name="Fewest vehicles by jurisdiction" tall>
            {names.map((name) => (
              <NumberInput key={name} label={name} min={0} max={500} value={least.find((other) => other.name === name)?.vehicles ?? 0} onChange={(vehicles) => ask(name, vehicles)} />
            ))}
          </Scroll>
        </>
      )}
    </>
  );
}
