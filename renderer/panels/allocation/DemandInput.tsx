// What the vehicles are posted for: incidents, each as much as its offence counts, or a surface on the map.

import { useMemo, useState } from "react";
import { offenceCategories } from "../../../core/incidents/offenceCategories.ts";
import { changeAllocation } from "../../actions/allocationDraft.ts";
import type { DemandChoice } from "../../allocationDraft.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count } from "../../ui/format.ts";

const HARM =
  "Each incident counts as much as is typed for its offence: 1 for a count, days of sentence or another index for harm, 0 to leave it out. " +
  "The demand of a tile is δₗ = Σ weight over its incidents (mixtures of offences: Brandt et al. 2022, Figure 6).";

export function DemandInput() {
  const demand = useStore((state) => state.allocationDraft.demand);
  const incidents = useStore((state) => state.filtered?.x.length ?? 0);
  const hasForecast = useStore((state) => state.forecast !== null);
  const hasSlots = useStore((state) => state.slots !== null);
  const hasDensity = useStore((state) => state.density !== null);
  const options: { value: DemandChoice; label: string }[] = [
    { value: "incidents", label: `${count(incidents)} incidents` },
    ...(hasForecast ? [{ value: "forecast", label: "The forecast’s shown window" } as const] : []),
    ...(hasSlots ? [{ value: "slot", label: "The shown slot" } as const] : []),
    ...(hasDensity ? [{ value: "density", label: "The density on the map" } as const] : []),
  ];
  const isThere = options.some(({ value }) => value === demand);
  return (
    <>
      <Choice label="Demand" value={demand} options={isThere ? options : [...options, { value: demand, label: `No ${demand} on the map` }]} onChange={(next) => changeAllocation({ demand: next })} />
      {demand === "incidents" && <Weights />}
    </>
  );
}

function Weights() {
  const weights = useStore((state) => state.allocationDraft.weights);
  const table = useStore((state) => state.incidents?.table);
  const categories = useMemo(() => (table ? offenceCategories(table) : []), [table]);
  const [isOpen, setOpen] = useState(false);
  if (categories.length < 2) return null;
  const changed = Object.values(weights).filter((weight) => weight !== 1).length;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{changed === 0 ? "All offences count alike" : `${changed} offences count otherwise`}</summary>
      <p className="muted hint"><Explained text={HARM}>What an incident of each offence counts</Explained></p>
      <Scroll name="Weights by offence" tall>
        {isOpen && categories.map((name) => (
          <NumberInput key={name} label={name} min={0} max={100_000} digits={3} value={weights[name] ?? 1} onChange={(weight) => changeAllocation({ weights: { ...weights, [name]: weight } })} />
        ))}
      </Scroll>
      {changed > 0 && <div className="actions"><Button onPress={() => changeAllocation({ weights: {} })}>All alike</Button></div>}
    </details>
  );
}
