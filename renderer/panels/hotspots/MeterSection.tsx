// The meter beside patrol areas as they are drawn: what each area, each hotspot and all of them hold, and how far it is round them.

import { useDeferredValue, useMemo } from "react";
import { changeDesign } from "../../actions/designDraft.ts";
import { changeLayer } from "../../actions/layers.ts";
import { useShownPlan } from "../../shownPlan.ts";
import { useStore } from "../../store.ts";
import { Check } from "../../ui/Check.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, decimal } from "../../ui/format.ts";
import { MeterTable } from "./MeterTable.tsx";
import { meterRows } from "./meterRows.ts";
import { useMeterInput } from "./useMeterInput.ts";

const EVERY = "The same times, places and days as the filter’s, with no offence and no domestic incident left out.";
const DAYS = "Days on which the filter keeps incidents at all, by its periods, months and weekdays: what “a day” divides by.";

export function MeterSection() {
  const plan = useDeferredValue(useShownPlan());
  const input = useMeterInput();
  const { speed, outside, everyOffence } = useStore((state) => state.designDraft.meter);
  const marked = useStore((state) => state.layers.some(({ kind, visible }) => kind === "just-outside" && visible));
  const rows = useMemo(() => (input ? meterRows(plan, input, outside) : []), [plan, input, outside]);
  if (!input || rows.length === 0) return null;
  const { allIndex, days } = input;
  return (
    <div className="section">
      <h3>What the areas hold, overlaps counted once</h3>
      <MeterTable rows={rows} outside={outside} />
      {days !== null && <p className="muted hint">Over {decimal(days, Number.isInteger(days) ? 0 : 1)} <Explained text={DAYS}>days</Explained>.</p>}
      <Check isSelected={everyOffence} onChange={(on) => changeDesign("meter", { everyOffence: on })}>Every offence beside those of the filter</Check>
      {allIndex && <p className="muted hint">{count(allIndex.total)} <Explained text={EVERY}>incidents of every offence</Explained>.</p>}
      <NumberInput label="On foot" unit="km/h" min={0.5} max={15} digits={1} value={speed} onChange={(next) => changeDesign("meter", { speed: next })} />
      <NumberInput label="Outside within" unit="m" min={1} max={2000} value={outside} onChange={(next) => changeDesign("meter", { outside: next })} />
      <Check isSelected={marked} onChange={(on) => changeLayer("just-outside", { visible: on })}>Mark on the map what is just outside</Check>
    </div>
  );
}
