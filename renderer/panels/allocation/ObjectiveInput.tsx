// By which measure the best places are sought, for how many vehicles, on which tiles, and how long.

import { changeAllocationPlan } from "../../actions/allocationDraft.ts";
import { say } from "../../actions/messages.ts";
import { MEASURES } from "../../allocationMeasure.ts";
import { useStore } from "../../store.ts";
import { Choice } from "../../ui/Choice.tsx";
import { CommitText } from "../../ui/CommitText.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Explained } from "../../ui/Tip.tsx";

const OBJECTIVES = [
  { value: "coverage", label: "Most within reach" },
  { value: "distance", label: "Least mean distance" },
  { value: "targets", label: "Distance targets" },
  { value: "centre", label: "Least longest distance" },
] as const;

const GAP = "(objective − bound) ÷ objective: the search ends when no allocation can be better by more than this share. 0 asks for proven optimality.";

export function ObjectiveInput() {
  const { objective, vehicles, radius, tile, targets, gap, timeLimit, kinds } = useStore((state) => state.allocationDraft.plan);
  return (
    <>
      <Choice label="Objective" value={objective} options={OBJECTIVES} onChange={(next) => changeAllocationPlan({ objective: next })} />
      <p className="muted hint"><Explained text={MEASURES[objective].formula}>How it is measured</Explained></p>
      <NumberInput label="Cars" min={1} max={500} value={vehicles} onChange={(next) => changeAllocationPlan({ vehicles: next })} isDisabled={kinds !== undefined} hint={kinds && "as many as the kinds have"} />
      <NumberInput label="Reach" unit="m" min={10} max={20000} value={radius} onChange={(next) => changeAllocationPlan({ radius: next })} />
      <NumberInput label="Tile" unit="m" min={50} max={5000} value={tile} onChange={(next) => changeAllocationPlan({ tile: next })} />
      {objective === "targets" && <CommitText label="Targets, m" value={targets.join(", ")} onCommit={changeTargets} />}
      <details>
        <summary>When the search ends</summary>
        {(objective === "distance" || objective === "targets") && (
          <>
            <NumberInput label="Gap" unit="%" min={0} max={50} digits={3} value={100 * gap} onChange={(next) => changeAllocationPlan({ gap: next / 100 })} />
            <p className="muted hint"><Explained text={GAP}>0 asks for proven optimality</Explained></p>
          </>
        )}
        <NumberInput label="Time limit" unit="s" min={1} max={3600} value={timeLimit} onChange={(next) => changeAllocationPlan({ timeLimit: next })} />
      </details>
    </>
  );
}

/** Whole metres, rising. */
function changeTargets(text: string): void {
  const targets = text.split(/[\s,;]+/).filter((part) => part !== "").map((part) => (/^\d{1,6}$/.test(part) ? Number.parseInt(part, 10) : -1));
  if (targets.length === 0 || targets.some((target, i) => target <= (i === 0 ? -1 : targets[i - 1]))) {
    return say("error", `“${text}” is no list of targets. Type whole metres, rising, with commas between them: 0, 500, 1000.`);
  }
  changeAllocationPlan({ targets });
}
