// Draws round concentrations: each becomes a hotspot with a patrol area, to be edited with the drawing tools.

import { useState } from "react";
import { changeDesign } from "../../actions/designDraft.ts";
import { attempt } from "../../actions/messages.ts";
import { OUTLINE_JOB, outlineConcentrations } from "../../actions/targetCells.ts";
import { concentrationName, type ShownTargetCells } from "../../shownDesign.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/Check.tsx";
import { Choice, Segments } from "../../ui/Choice.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count } from "../../ui/format.ts";
import { useLineLayers } from "../lineLayers.ts";

const HOW =
  "Smooth: a rounded line that stays the margin from the concentration’s incidents. Streets: the streets of its cells on which incidents lie, with those between them, as wide as asked for.";
const NONE = "-";

interface Props {
  readonly shown: ShownTargetCells;
  /** Index of the concentration chosen in the list. */
  readonly chosen: number;
}

export function OutlineSection({ shown, chosen }: Props) {
  const { how, margin, roads, width, keepsOut } = useStore((state) => state.designDraft.outline);
  const exclusions = useStore((state) => committedPlan(state).exclusions.length);
  const running = useStore((state) => state.jobs.some(({ title }) => title === OUTLINE_JOB));
  const lineLayers = useLineLayers();
  const { groups } = shown.found;
  const [wanted, setWanted] = useState(10);
  const first = Math.min(wanted, groups.length);
  const isDisabled = running || (how === "streets" && roads === null);
  const outline = (chosenOnes: readonly number[]): void => void attempt(OUTLINE_JOB, () => outlineConcentrations(shown, chosenOnes));
  const change = (patch: Parameters<typeof changeDesign<"outline">>[1]): void => changeDesign("outline", patch);
  return (
    <div className="section">
      <h3><Explained text={HOW}>Outlines of concentrations</Explained></h3>
      <Segments label="Drawn" value={how} options={[{ value: "smooth", label: "Smooth" }, { value: "streets", label: "Along streets" }]} onChange={(next) => change({ how: next })} />
      {how === "smooth" ? (
        <NumberInput label="Margin" unit="m" min={5} max={500} value={margin} onChange={(next) => change({ margin: next })} />
      ) : lineLayers.length === 0 ? (
        <p className="muted hint">No layer has lines. Add a layer of roads under Layers first.</p>
      ) : (
        <>
          <Choice label="Roads" value={roads ?? NONE} options={[{ value: NONE, label: "Choose a layer" }, ...lineLayers.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(id) => change({ roads: id === NONE ? null : id })} />
          <NumberInput label="To each side" unit="m" min={5} max={200} value={width} onChange={(next) => change({ width: next })} />
        </>
      )}
      {exclusions > 0 && <Check isSelected={keepsOut} onChange={(on) => change({ keepsOut: on })}>Exclusions are cut out ({count(exclusions)})</Check>}
      <NumberInput label="Of the first" unit="concentrations" min={1} max={groups.length} value={first} onChange={setWanted} />
      <div className="actions">
        <Button isDisabled={isDisabled} onPress={() => outline([chosen])}>Outline {concentrationName(chosen)}</Button>
        <Button isDisabled={isDisabled} onPress={() => outline([...Array(first).keys()])}>Outline the first {first}</Button>
      </div>
      <p className="muted hint">Then edit corners (A), split, merge or cut its patrol area; one that is drawn while the hotspot is selected belongs to it. Fit to its patrol areas, on the hotspot’s card, makes the hotspot follow.</p>
    </div>
  );
}
