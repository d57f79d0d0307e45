// The hours in which patrols are offered, of all hotspots: quiet hours left out with one press.

import type { AreaProfile } from "../../../core/hotspots/areas/profileOfAreas.ts";
import { setHoursOfAll } from "../../../core/plan/edits/setHours.ts";
import { formatHours } from "../../../core/plan/hourRanges.ts";
import type { Hotspot } from "../../../core/plan/plan.ts";
import { commitEdit } from "../../actions/editPlan.ts";
import { attempt } from "../../actions/messages.ts";
import { zoomToFeature } from "../../actions/zoom.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count } from "../../ui/format.ts";
import { useProfiles } from "./useProfiles.ts";

const QUIET = "Hours of the day without one incident. With few incidents there are some by chance: the hotspot’s card says how many.";

export function AllHoursSection() {
  const hotspots = useStore((state) => committedPlan(state).hotspots);
  const counted = useProfiles(hotspots);
  const profiles = counted?.isCurrent ? counted.profiles : null;
  if (hotspots.length === 0) return null;
  if (profiles?.some(({ hours }) => hours === null)) return <div className="section"><p className="muted">The times of these incidents do not say the hour, so hotspots are offered all day.</p></div>;
  return (
    <div className="section">
      <h3>Hours in which patrols are offered</h3>
      {profiles ? <HoursOfAll hotspots={hotspots} profiles={profiles} /> : <p className="muted">Counting by hour …</p>}
    </div>
  );
}

interface Props {
  readonly hotspots: readonly Hotspot[];
  readonly profiles: readonly AreaProfile[];
}

function HoursOfAll({ hotspots, profiles }: Props) {
  const set = (hoursOf: (index: number) => readonly number[] | undefined): void =>
    void attempt("The change", () => commitEdit(setHoursOfAll(committedPlan(useStore.getState()), new Map(hotspots.map(({ id }, i) => [id, hoursOf(i)])))));
  return (
    <>
      <Scroll name="Hours of the hotspots" tall>
        <table className="table tight" aria-label="Hours of the hotspots">
          <thead>
            <tr>
              <th scope="col">Hotspot</th>
              <th scope="col" className="number">Incidents</th>
              <th scope="col"><Explained text={QUIET}>Quiet hours</Explained></th>
              <th scope="col">Offered</th>
            </tr>
          </thead>
          <tbody>
            {hotspots.map(({ id, name, hours }, i) => (
              <tr key={id} className="choosable" onClick={() => zoomToFeature(id)}>
                <th scope="row"><button type="button" className="row-name">{name}</button></th>
                <td className="number">{count(profiles[i].total)}</td>
                <td>{formatHours(profiles[i].quietHours)}</td>
                <td>{hours ? formatHours(hours) : "all day"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <div className="actions">
        <Button onPress={() => set((i) => loudHours(profiles[i], hotspots[i]))}>Leave out the quiet hours of all</Button>
        <Button isDisabled={hotspots.every(({ hours }) => hours === undefined)} onPress={() => set(() => undefined)}>All hours for all</Button>
      </div>
    </>
  );
}

/** A hotspot without incidents keeps its hours: nothing is known of it. */
const loudHours = ({ quietHours }: AreaProfile, { hours }: Hotspot): readonly number[] | undefined =>
  quietHours.length === 24 ? hours : Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => !quietHours.includes(hour));
