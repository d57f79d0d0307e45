// The best set of hexagons: how many, what counts, what stays, how long to search.

import { replaceable } from "../../../core/plan/edits/takeHexagons.ts";
import { changeDesign } from "../../actions/designDraft.ts";
import { attempt } from "../../actions/messages.ts";
import { PLACEMENT_JOB, runPlacement } from "../../actions/placement.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/Check.tsx";
import { Segments } from "../../ui/Choice.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, metres } from "../../ui/format.ts";

const HOW =
  "k hexagons anywhere, in any rotation, with most inside: buffers apart, exclusions and the ground of hotspots that stay kept clear, centres in the study area. " +
  "Never worse than the best cells of the fixed tessellation, nor than what stands, where that keeps the rules. The bound is proved for all places and rotations.";
const STAYS = "Locked hotspots, drawn ones and those with patrol areas always stay.";

export function BestSetSection() {
  const { k, rotate, counts, adds, seconds, seed } = useStore((state) => state.designDraft.placement);
  const plan = useStore(committedPlan);
  const searching = useStore((state) => state.placementSearch !== null);
  const gives = replaceable(plan).length;
  const change = (patch: Parameters<typeof changeDesign<"placement">>[1]): void => changeDesign("placement", patch);
  return (
    <div className="section">
      <h3><Explained text={HOW}>Best set of hexagons</Explained></h3>
      <NumberInput label="Hexagons" min={1} max={500} value={k} onChange={(next) => change({ k: next })} />
      {plan.harm && (
        <Segments label="Most" value={counts} options={[{ value: "incidents", label: "Incidents" }, { value: "harm", label: "Harm" }]} onChange={(next) => change({ counts: next })} />
      )}
      <Check isSelected={rotate} onChange={(on) => change({ rotate: on })}>Each turned as is best</Check>
      {gives > 0 && (
        <Segments
          label="Present hotspots"
          value={adds ? "stay" : "replaced"}
          options={[{ value: "replaced", label: `Replace ${gives}` }, { value: "stay", label: "Keep all" }]}
          onChange={(next) => change({ adds: next === "stay" })}
        />
      )}
      <p className="muted hint">
        Edge {metres(plan.side)}, buffer {metres(plan.buffer)}; {count(plan.hotspots.length - (adds ? 0 : gives))} <Explained text={STAYS}>hotspots stay</Explained>.
      </p>
      <NumberInput label="Search for" unit="s" min={1} max={3600} value={seconds} onChange={(next) => change({ seconds: next })} />
      <NumberInput label="Seed" min={0} max={1e9} value={seed} onChange={(next) => change({ seed: next })} />
      {!searching && (
        <div className="actions">
          <Button look="primary" onPress={() => void attempt(PLACEMENT_JOB, runPlacement)}>Find the best set</Button>
        </div>
      )}
    </div>
  );
}
