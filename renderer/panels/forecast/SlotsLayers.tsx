// Further predictors: point layers of the project, and other offences in the slot before.

import { useMemo } from "react";
import { placesOf } from "../../../core/formats/placesOf.ts";
import { offenceCategories } from "../../../core/incidents/offenceCategories.ts";
import type { SlotSettings } from "../../actions/slotForecast.ts";
import { useStore } from "../../store.ts";
import { Check } from "../../ui/Check.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count } from "../../ui/format.ts";

const FURTHER =
  "Each enters as a density of its own, δ(l, t) = Σⱼ exp(−|c_l − s_j|² / 2h²) / 2πh², beside the four of the incidents themselves: " +
  "offences those of the slot before, t − 1, with the rest of the filter as it is; points the same for all slots (Brandt et al. 2022, 4.1, Table 2: there, tweets and points of interest added next to nothing).";

interface Props {
  readonly settings: SlotSettings;
  readonly onChange: (patch: Partial<SlotSettings>) => void;
}

export function SlotsLayers({ settings: { categories, pointLayers }, onChange }: Props) {
  const table = useStore((state) => state.incidents?.table);
  const layers = useStore((state) => state.contextLayers);
  const plane = useStore((state) => state.plane);
  const offences = useMemo(() => (table ? offenceCategories(table) : []), [table]);
  const withPoints = useMemo(
    () => (plane ? layers.map(({ id, name, data }) => ({ id, name, points: placesOf(data, plane).length })).filter(({ points }) => points > 0) : []),
    [layers, plane],
  );
  const changed = (list: readonly string[], one: string, on: boolean): string[] => (on ? [...list, one] : list.filter((other) => other !== one));
  return (
    <details className="section">
      <summary>Further predictors{categories.length + pointLayers.length > 0 && `: ${categories.length + pointLayers.length}`}</summary>
      <p className="muted hint"><Explained text={FURTHER}>How they enter</Explained></p>
      <div role="group" aria-label="Offences in the slot before">
        {offences.map((name) => (
          <Check key={name} isSelected={categories.includes(name)} onChange={(on) => onChange({ categories: changed(categories, name, on) })}>
            {name}, slot before
          </Check>
        ))}
      </div>
      <div role="group" aria-label="Layers of points">
        {withPoints.map(({ id, name, points }) => (
          <Check key={id} isSelected={pointLayers.includes(id)} onChange={(on) => onChange({ pointLayers: changed(pointLayers, id, on) })}>
            {name}, {count(points)} points
          </Check>
        ))}
      </div>
      {withPoints.length === 0 && <p className="muted hint">A layer of points (stations, bars) that you add to the project can be one too.</p>}
    </details>
  );
}
