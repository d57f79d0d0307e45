// When a hotspot's incidents happen, and the hours in which patrols are offered: each hour is a switch.

import type { AreaProfile } from "../../../core/hotspots/areas/profileOfAreas.ts";
import { setHours } from "../../../core/plan/edits/setHours.ts";
import type { Hotspot } from "../../../core/plan/plan.ts";
import { hoursInWords } from "../../../core/record/hoursInWords.ts";
import { commitEdit } from "../../actions/editPlan.ts";
import { attempt } from "../../actions/messages.ts";
import { CountStrip } from "../../charts/CountStrip.tsx";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, decimal } from "../../ui/format.ts";
import { useProfiles } from "./useProfiles.ts";

const OFFERED = "In the second trial a hotspot was not available at hours of the day without offences. Press an hour to offer or withhold patrols then.";
const CHANCE = "If n incidents were spread evenly over the day, 24 (23/24)ⁿ hours would have none on average: few incidents make quiet hours by chance.";
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const HOURS = Array.from({ length: 24 }, (_, hour) => `${hour}`);
const ALL = HOURS.map((_, hour) => hour);

export function HoursSection({ hotspot }: { readonly hotspot: Hotspot }) {
  const counted = useProfiles([hotspot]);
  if (!counted) return null;
  const [profile] = counted.profiles;
  return (
    <div className="section">
      <h3><Explained text={OFFERED}>When, and when patrols are offered</Explained></h3>
      {profile.hours ? <Hours hotspot={hotspot} profile={profile} isCurrent={counted.isCurrent} /> : <p className="muted">The times of these incidents do not say the hour, so no hour can be left out.</p>}
      {profile.weekdays && <CountStrip labels={WEEKDAYS} counts={profile.weekdays} chosen={[]} name="weekday" />}
    </div>
  );
}

interface HoursProps {
  readonly hotspot: Hotspot;
  readonly profile: AreaProfile;
  readonly isCurrent: boolean;
}

function Hours({ hotspot, profile: { hours, quietHours, total }, isCurrent }: HoursProps) {
  const set = (next: readonly number[] | undefined): void =>
    void attempt("The change", () => commitEdit(setHours(committedPlan(useStore.getState()), hotspot.id, next)));
  const offered = hotspot.hours ?? ALL;
  const loud = ALL.filter((hour) => !quietHours.includes(hour));
  return (
    <>
      <CountStrip labels={HOURS} counts={hours} chosen={offered} onChange={set} name="hour of the day" />
      <p className="muted hint">Patrols are offered {hoursInWords(hotspot.hours)}.</p>
      <p className="muted hint">
        {quietHours.length} of 24 hours are without one of {count(total)} incidents; <Explained text={CHANCE}>by chance</Explained> {decimal(24 * (23 / 24) ** total, 1)}.
      </p>
      <div className="actions">
        <Button isDisabled={!isCurrent || quietHours.length === 0 || loud.length === 0 || String(loud) === String(offered)} onPress={() => set(loud)}>Leave out the {quietHours.length} quiet hours</Button>
        <Button isDisabled={hotspot.hours === undefined} onPress={() => set(undefined)}>All hours</Button>
      </div>
    </>
  );
}
