// One expert point: where, in which hours, for which block, and who says so.

import { InputError } from "../../core/errors.ts";
import { windowHours } from "../../core/forecast/events.ts";
import { windowMiddle } from "../../core/forecast/expert/expertEvents.ts";
import { parseHour } from "../../core/forecast/parseHour.ts";
import { hourInWords } from "../../core/forecast/windowInWords.ts";
import { rename, setNote } from "../../core/plan/edits/describeEntity.ts";
import { setExpertPoint } from "../../core/plan/edits/setExpertPoint.ts";
import type { ExpertPoint, Plan } from "../../core/plan/plan.ts";
import { commitEdit } from "../actions/editPlan.ts";
import { deleteSelected, duplicateSelected } from "../actions/editSelection.ts";
import { attempt } from "../actions/messages.ts";
import { keepPreferences } from "../actions/preferences.ts";
import { projectionOf } from "../map/projection.ts";
import { committedPlan, useStore } from "../store.ts";
import { Button } from "../ui/Button.tsx";
import { CommitText } from "../ui/CommitText.tsx";
import { DateInput } from "../ui/DateInput.tsx";
import { NumberInput } from "../ui/NumberInput.tsx";
import { Explained } from "../ui/Tip.tsx";
import { decimal } from "../ui/format.ts";

export function ExpertPointCard({ point }: { readonly point: ExpertPoint }) {
  const plan = useStore(committedPlan);
  const plane = useStore((state) => state.plane);
  const { id, place, window } = point;
  const edit = (make: (plan: Plan) => Parameters<typeof commitEdit>[0]): void => void attempt("The change", () => commitEdit(make(plan)));
  const set = (values: Parameters<typeof setExpertPoint>[2]): void => edit((p) => setExpertPoint(p, id, values));
  const setHour = (text: string, which: 0 | 1): void =>
    edit((p) => {
      const hour = parseHour(text);
      if (hour === undefined) throw new InputError(`"${text}" is no hour of the day. Enter 0 to 24, such as 20, 20:30 or 8 pm.`);
      return setExpertPoint(p, id, { window: which === 0 ? [hour, window[1]] : [window[0], hour] });
    });
  const lonLat = plane && projectionOf(plane).inverse(place);
  return (
    <>
      <div className="section">
        <CommitText label="Name" value={point.name} onCommit={(name) => edit((p) => rename(p, id, name))} />
        <NumberInput label="Easting" unit="m" digits={1} value={round(place.x)} onChange={(x) => set({ place: { ...place, x } })} />
        <NumberInput label="Northing" unit="m" digits={1} value={round(place.y)} onChange={(y) => set({ place: { ...place, y } })} />
        {lonLat && (
          <dl className="facts"><dt>Longitude, latitude</dt><dd>{decimal(lonLat[0], 5)}°, {decimal(lonLat[1], 5)}°</dd></dl>
        )}
      </div>
      <div className="section">
        <h3>When crime is expected</h3>
        <CommitText label="From, hour" value={hourInWords(window[0])} onCommit={(text) => setHour(text, 0)} />
        <CommitText label="To, hour" value={hourInWords(window[1])} onCommit={(text) => setHour(text, 1)} />
        <div className="field">
          <span className="label">Block from</span>
          <DateInput label="Block from" value={point.block} onChange={(block) => set({ block })} />
        </div>
        <dl className="facts">
          <dt>Window</dt><dd>{Math.round(100 * windowHours(window)) / 100} h{window[1] <= window[0] && window[1] > 0 ? ", passes midnight" : ""}</dd>
          <dt><Explained text="The forecast of the block that holds this date counts the point as one event, at the middle of its window: from + (to − from) / 2, round midnight">Counts as an event at</Explained></dt>
          <dd>{hourInWords(windowMiddle(window))}</dd>
        </dl>
      </div>
      <div className="section">
        <CommitText label="Note" value={point.note} onCommit={(note) => edit((p) => setNote(p, id, note))} />
        <CommitText
          label="Author"
          value={point.author}
          onCommit={(author) => {
            set({ author });
            // The next point on this machine comes from the same person, most likely.
            keepPreferences({ author });
          }}
        />
        <div className="actions">
          <Button onPress={duplicateSelected}>Duplicate</Button>
          <Button onPress={deleteSelected}>Delete</Button>
        </div>
      </div>
    </>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;
