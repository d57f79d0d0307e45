// What a page will be made for: the fleet here, everything else as it is set under Optimise.

import { changeAllocationPlan } from "../../actions/allocationDraft.ts";
import type { DemandChoice } from "../../allocationDraft.ts";
import { useStore } from "../../store.ts";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { metres } from "../../ui/format.ts";

const DEMANDS: Readonly<Record<DemandChoice, string>> = {
  incidents: "the incidents that the filter keeps",
  forecast: "the forecast on the map",
  slot: "the slot on the map",
  density: "the density on the map",
};

interface Props {
  /** What the number of vehicles is here. */
  readonly fleet: string;
  /** Not given: the one that is chosen under Optimise. */
  readonly demand?: DemandChoice;
}

export function AskedFor({ fleet, demand }: Props) {
  const { plan, demand: chosen } = useStore((state) => state.allocationDraft);
  return (
    <>
      <p className="muted hint">
        For {DEMANDS[demand ?? chosen]}, tiles of {metres(plan.tile)}, reach {metres(plan.radius)}, and the rules set under Optimise.
      </p>
      {plan.kinds ? (
        <p className="muted hint">{fleet}: {plan.kinds.map(({ vehicles, name }) => `${vehicles} × ${name}`).join(", ")}</p>
      ) : (
        <NumberInput label={fleet} min={1} max={500} value={plan.vehicles} onChange={(vehicles) => changeAllocationPlan({ vehicles })} />
      )}
      <NumberInput label="Gap" unit="%" min={0} max={20} digits={3} value={100 * plan.gap} onChange={(gap) => changeAllocationPlan({ gap: gap / 100 })} />
      <NumberInput label="Time limit" unit="s" min={1} max={3600} value={plan.timeLimit} onChange={(timeLimit) => changeAllocationPlan({ timeLimit })} />
    </>
  );
}
