// Best place nearby, for those selected or all that may move, and what each gained.

import { attempt } from "../../actions/messages.ts";
import { NUDGE_JOB, nudgeHexagons } from "../../actions/nudgeHexagons.ts";
import { zoomToFeature } from "../../actions/zoom.ts";
import type { Nudge } from "../../shownDesign.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, metres, signed } from "../../ui/format.ts";

const HOW =
  "All places within 100 m are tried on a raster of 2.5 m with turns of 5°; the best are counted exactly and improved. " +
  "A proposal keeps all distances and is never worse than where the hexagon stands, unless it stands where it must not.";

export function NudgeSection() {
  const movable = useStore((state) => committedPlan(state).hotspots.filter(({ locked, shape }) => !locked && shape.kind === "hexagon").length);
  const selection = useStore((state) => state.selection);
  const chosen = useStore((state) => committedPlan(state).hotspots.filter(({ id, locked, shape }) => !locked && shape.kind === "hexagon" && state.selection.includes(id)).length);
  const running = useStore((state) => state.jobs.some(({ title }) => title === NUDGE_JOB));
  const nudges = useStore((state) => state.nudges);
  return (
    <div className="section">
      <h3><Explained text={HOW}>Best place nearby</Explained></h3>
      <div className="actions">
        <Button isDisabled={running || chosen === 0} onPress={() => void attempt(NUDGE_JOB, () => nudgeHexagons(selection))}>For the {count(chosen)} selected</Button>
        <Button isDisabled={running || movable === 0} onPress={() => void attempt(NUDGE_JOB, () => nudgeHexagons(null))}>For all {count(movable)} unlocked</Button>
      </div>
      {nudges && nudges.length > 0 && <Moves nudges={nudges} />}
      {nudges?.length === 0 && <p className="muted">None has a better place nearby.</p>}
    </div>
  );
}

function Moves({ nudges }: { readonly nudges: readonly Nudge[] }) {
  return (
    <Scroll name="What each gained" tall>
      <table className="table tight" aria-label="What each gained">
        <thead>
          <tr>
            <th scope="col">Hotspot</th>
            <th scope="col" className="number">Moved</th>
            <th scope="col" className="number">Turned</th>
            <th scope="col" className="number">Inside</th>
            <th scope="col" className="number">Gained</th>
          </tr>
        </thead>
        <tbody>
          {nudges.map(({ id, name, moved, turned, inside, before }) => (
            <tr key={id} className="choosable" onClick={() => zoomToFeature(id)}>
              <th scope="row"><button type="button" className="row-name">{name}</button></th>
              <td className="number">{metres(moved)}</td>
              <td className="number">{degrees(turned)}</td>
              <td className="number">{count(inside)}</td>
              <td className="number">{signed(inside - before, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Clockwise is positive, as bearings are. */
const degrees = (radians: number): string => `${signed((-radians * 180) / Math.PI, 0)}°`;
