// The fewest cells that hold a target share of crime, and the concentrations that they form.

import { changeDesign } from "../../actions/designDraft.ts";
import { attempt } from "../../actions/messages.ts";
import { findTargetCells, TARGET_JOB } from "../../actions/targetCells.ts";
import { zoomToHexagons } from "../../actions/zoom.ts";
import { concentrationName, type ShownTargetCells } from "../../shownDesign.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { area, count, metres, percent } from "../../ui/format.ts";
import { StaleNotice } from "./StaleNotice.tsx";

const HOW = "Hexagons in the order of their incidents until the share is reached: no smaller number of cells of this tessellation holds as much. The second trial took 30 % of violence.";
const JOIN = "Cells belong to one concentration where a way leads from one to the other in steps of at most so many cells.";

interface Props {
  /** Index of the concentration chosen in the list. */
  readonly chosen: number;
  readonly onChoose: (group: number) => void;
}

export function TargetSection(choice: Props) {
  const { share, join } = useStore((state) => state.designDraft.target);
  const side = useStore((state) => committedPlan(state).side);
  const hasDensity = useStore((state) => state.density !== null);
  const shown = useStore((state) => state.targetCells);
  const running = useStore((state) => state.jobs.some(({ title }) => title === TARGET_JOB));
  return (
    <div className="section">
      <h3><Explained text={HOW}>Cells that hold a target share</Explained></h3>
      <NumberInput label="Share" unit="%" min={1} max={100} digits={1} value={100 * share} onChange={(next) => changeDesign("target", { share: next / 100 })} />
      <NumberInput label="Joined over" unit="cells" min={1} max={20} value={join} onChange={(next) => changeDesign("target", { join: next })} />
      <p className="muted hint">
        Hexagons of {metres(side)} edge. <Explained text={JOIN}>How cells are joined</Explained>
        {!hasDensity && " With a density (Analysis, Kernel density) the cells lie over a heat map."}
      </p>
      <div className="actions">
        <Button look="primary" isDisabled={running} onPress={() => void attempt(TARGET_JOB, findTargetCells)}>Find the cells</Button>
        {shown && <Button onPress={() => useStore.setState({ targetCells: null })}>Take them off the map</Button>}
      </div>
      {shown && <Found shown={shown} {...choice} />}
    </div>
  );
}

function Found({ shown, chosen, onChoose }: Props & { readonly shown: ShownTargetCells }) {
  const { found, asked, filter } = shown;
  const { needed, ofCells, share, groups } = found;
  const choose = (group: number): void => {
    onChoose(group);
    zoomToHexagons(groups[group].hexagons);
  };
  return (
    <>
      <StaleNotice of={shown} />
      <p>
        {count(needed)} of {count(ofCells)} {filter.area.length > 0 ? "cells of the study area" : "cells with incidents"} ({percent(needed / ofCells)}) hold {percent(share)} of the incidents,
        in {count(groups.length)} concentrations.
      </p>
      <Scroll name="Concentrations" tall>
        <table className="table tight" aria-label="Concentrations">
          <thead>
            <tr>
              <th scope="col">Concentration</th>
              <th scope="col" className="number">Incidents</th>
              <th scope="col" className="number">Share</th>
              <th scope="col" className="number">Cells</th>
              <th scope="col" className="number">Area</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group, i) => (
              <tr key={i} className={i === chosen ? "choosable chosen" : "choosable"} onClick={() => choose(i)}>
                <th scope="row"><button type="button" className="row-name" aria-pressed={i === chosen}>{concentrationName(i)}</button></th>
                <td className="number">{count(group.incidents)}</td>
                <td className="number">{percent(group.share)}</td>
                <td className="number">{group.cells.length}</td>
                <td className="number">{area(group.area)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="muted hint">Asked for {percent(asked.share)}, hexagons of {metres(shown.side)} edge. A row shows its concentration on the map.</p>
    </>
  );
}
