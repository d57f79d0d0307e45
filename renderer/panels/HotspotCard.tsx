// One hotspot: exact values to type, incidents gained and lost against where it stood, the gap to its neighbour.

import { area as areaOf } from "../../core/geo/area.ts";
import { gainedLost } from "../../core/geo/countInside.ts";
import { acrossFlats, bearingOfRotation, hexagonArea, rotationOfBearing } from "../../core/geo/hexagon.ts";
import type { Hexagon } from "../../core/geo/types.ts";
import { describeViolation, nearestNeighbour, spacingViolations } from "../../core/hotspots/spacing.ts";
import { rename, setNote } from "../../core/plan/edits/describeEntity.ts";
import { fitHotspot } from "../../core/plan/edits/fitHotspot.ts";
import { lock } from "../../core/plan/edits/lock.ts";
import { setHexagon } from "../../core/plan/edits/setShape.ts";
import type { Hotspot, Plan } from "../../core/plan/plan.ts";
import { commitEdit } from "../actions/editPlan.ts";
import { deleteSelected, duplicateSelected } from "../actions/editSelection.ts";
import { attempt } from "../actions/messages.ts";
import { nudgeHexagons } from "../actions/nudgeHexagons.ts";
import { useShownPlan } from "../shownPlan.ts";
import { committedPlan, useStore } from "../store.ts";
import { Button } from "../ui/Button.tsx";
import { Check } from "../ui/Check.tsx";
import { CommitText } from "../ui/CommitText.tsx";
import { NumberInput } from "../ui/NumberInput.tsx";
import { Explained } from "../ui/Tip.tsx";
import { area, count, metres, percent } from "../ui/format.ts";
import { HoursSection } from "./hotspots/HoursSection.tsx";

export function HotspotCard({ hotspot }: { readonly hotspot: Hotspot }) {
  const committed = useStore(committedPlan);
  const plan = useShownPlan();
  const edit = (make: (plan: Plan) => Parameters<typeof commitEdit>[0]): void =>
    void attempt("The change", () => commitEdit(make(committed)));
  return (
    <>
      <div className="section">
        <CommitText label="Name" value={hotspot.name} onCommit={(name) => edit((p) => rename(p, hotspot.id, name))} />
        {hotspot.shape.kind === "hexagon" && <HexagonFields hotspot={hotspot} hexagon={hotspot.shape} edit={edit} />}
        <Check isSelected={hotspot.locked} onChange={(locked) => edit((p) => lock(p, [hotspot.id], locked))}>Locked: stays where it is</Check>
        <CommitText label="Note" value={hotspot.note} onCommit={(note) => edit((p) => setNote(p, hotspot.id, note))} />
      </div>
      <Counts hotspot={hotspot} before={committed.hotspots.find(({ id }) => id === hotspot.id) ?? hotspot} />
      <Spacing hotspot={hotspot} plan={plan} />
      <HoursSection hotspot={committed.hotspots.find(({ id }) => id === hotspot.id) ?? hotspot} />
      <div className="section">
        <div className="actions">
          {hotspot.shape.kind === "polygon" && (
            <Button
              isDisabled={hotspot.locked || !plan.patrolAreas.some((one) => one.hotspot === hotspot.id)}
              tip="The outline of its patrol areas together; of areas apart the largest part"
              onPress={() => edit((p) => fitHotspot(p, hotspot.id))}
            >
              Fit to its patrol areas
            </Button>
          )}
          <Button
            isDisabled={hotspot.locked || hotspot.shape.kind !== "hexagon"}
            tip="The place and turn nearby with the most incidents that keeps the spacing and the exclusions"
            onPress={() => void attempt("Proposing a better place", () => nudgeHexagons([hotspot.id]))}
          >
            Best place nearby
          </Button>
          <Button onPress={duplicateSelected}>Duplicate</Button>
          <Button onPress={deleteSelected}>Delete</Button>
        </div>
      </div>
    </>
  );
}

interface HexagonFieldsProps {
  readonly hotspot: Hotspot;
  readonly hexagon: Hexagon;
  readonly edit: (make: (plan: Plan) => Parameters<typeof commitEdit>[0]) => void;
}

function HexagonFields({ hotspot, hexagon, edit }: HexagonFieldsProps) {
  const set = (values: Partial<Omit<Hexagon, "kind">>): void => edit((plan) => setHexagon(plan, hotspot.id, values));
  const { centre, side, rotation } = hexagon;
  return (
    <>
      <NumberInput label="Easting" unit="m" digits={1} value={round(centre.x, 1)} isDisabled={hotspot.locked} onChange={(x) => set({ centre: { ...centre, x } })} />
      <NumberInput label="Northing" unit="m" digits={1} value={round(centre.y, 1)} isDisabled={hotspot.locked} onChange={(y) => set({ centre: { ...centre, y } })} />
      <NumberInput label="Corner bearing" unit="°" digits={1} value={round(bearingOfRotation(rotation), 1)} isDisabled={hotspot.locked} onChange={(degrees) => set({ rotation: rotationOfBearing(degrees) })} />
      <NumberInput label="Edge" unit="m" digits={1} min={1} value={round(side, 1)} isDisabled={hotspot.locked} onChange={(next) => set({ side: next })} />
      <dl className="facts">
        <dt>Width across flats</dt><dd>{metres(acrossFlats(side))}</dd>
        <dt>Area</dt><dd>{area(hexagonArea(side))}</dd>
      </dl>
    </>
  );
}

function Counts({ hotspot, before }: { readonly hotspot: Hotspot; readonly before: Hotspot }) {
  const index = useStore((state) => state.filtered?.index ?? null);
  if (!index) return null;
  const { inside, gained, lost } = gainedLost(index, before.shape, hotspot.shape);
  return (
    <div className="section">
      <h3>Incidents that the filter keeps</h3>
      <dl className="facts">
        <dt>Inside</dt><dd>{count(inside)}</dd>
        <dt><Explained text="Against where it stood before this drag">Gained and lost</Explained></dt>
        <dd><span className="good">+{count(gained)}</span>&nbsp;<span className="bad">−{count(lost)}</span></dd>
        <dt>Share of all</dt><dd>{percent(inside / Math.max(1, index.total), 2)}</dd>
        {hotspot.shape.kind === "polygon" && <><dt>Area</dt><dd>{area(areaOf(hotspot.shape))}</dd></>}
        {hotspot.rank !== null && <><dt>Rank when promoted</dt><dd>{hotspot.rank}</dd></>}
      </dl>
    </div>
  );
}

function Spacing({ hotspot, plan }: { readonly hotspot: Hotspot; readonly plan: Plan }) {
  const nearest = nearestNeighbour(plan, hotspot);
  const violations = spacingViolations(plan, [hotspot]);
  const name = plan.hotspots.find(({ id }) => id === nearest?.id)?.name;
  return (
    <div className="section">
      <h3>Spacing (buffer {metres(plan.buffer)})</h3>
      <dl className="facts">
        <dt><Explained text="Shortest distance between the two outlines; two buffers overlap where it is under twice the buffer">Gap to the nearest hotspot</Explained></dt>
        <dd>{nearest ? `${metres(nearest.gap)} (${name})` : "no other"}</dd>
      </dl>
      {violations.length === 0 ? <p className="good">All distances are kept.</p> : violations.map((violation) => (
        <div key={`${violation.kind} ${violation.a} ${violation.b}`} className="notice">{describeViolation(plan, violation)}</div>
      ))}
    </div>
  );
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
