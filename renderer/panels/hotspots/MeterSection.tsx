// The meter beside patrol areas as they are drawn: what each area, each hotspot and all of them hold, and how far it is round them.

import { useDeferredValue, useEffect, useMemo } from "react";
import { area as areaOf } from "../../../core/geo/area.ts";
import { daysOfFilter } from "../../../core/incidents/daysOfFilter.ts";
import { changeDesign } from "../../actions/designDraft.ts";
import { EVERY_OFFENCE_JOB, indexEveryOffence } from "../../actions/everyOffence.ts";
import { changeLayer } from "../../actions/layers.ts";
import { attempt } from "../../actions/messages.ts";
import { useShownPlan } from "../../shownPlan.ts";
import { useStore } from "../../store.ts";
import { Check } from "../../ui/Check.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, decimal } from "../../ui/format.ts";
import { MeterTable } from "./MeterTable.tsx";
import { meterRows } from "./meterRows.ts";

const EVERY = "The same times, places and days as the filter’s, with no offence and no domestic incident left out.";
const DAYS = "Days on which the filter keeps incidents at all, by its periods, months and weekdays: what “a day” divides by.";

export function MeterSection() {
  const plan = useDeferredValue(useShownPlan());
  const filtered = useStore((state) => state.filtered);
  const table = useStore((state) => state.incidents?.table ?? null);
  const { speed, outside, everyOffence } = useStore((state) => state.designDraft.meter);
  const indexed = useStore((state) => state.everyOffence);
  const marked = useStore((state) => state.layers.some(({ kind, visible }) => kind === "just-outside" && visible));
  const filter = filtered?.filter ?? null;
  const every = everyOffence && indexed !== null && indexed.of === filter ? indexed.index : null;
  useEffect(() => {
    if (everyOffence && filter && !every) void attempt(EVERY_OFFENCE_JOB, () => indexEveryOffence(filter));
  }, [everyOffence, filter, every]);
  const days = useMemo(() => (filter && table ? daysOfFilter(filter, table) : null), [filter, table]);
  const rows = useMemo(() => {
    if (!filtered) return [];
    const { area } = filtered.filter;
    const studyArea = area.length === 0 ? null : area.reduce((sum, polygon) => sum + areaOf(polygon), 0);
    return meterRows(plan, { index: filtered.index, allIndex: every, days, studyArea, speed }, outside);
  }, [plan, filtered, every, days, speed, outside]);
  if (rows.length === 0) return null;
  return (
    <div className="section">
      <h3>What the areas hold, overlaps counted once</h3>
      <MeterTable rows={rows} outside={outside} />
      {days !== null && <p className="muted hint">Over {decimal(days, Number.isInteger(days) ? 0 : 1)} <Explained text={DAYS}>days</Explained>.</p>}
      <Check isSelected={everyOffence} onChange={(on) => changeDesign("meter", { everyOffence: on })}>Every offence beside those of the filter</Check>
      {every && <p className="muted hint">{count(every.total)} <Explained text={EVERY}>incidents of every offence</Explained>.</p>}
      <NumberInput label="On foot" unit="km/h" min={0.5} max={15} digits={1} value={speed} onChange={(next) => changeDesign("meter", { speed: next })} />
      <NumberInput label="Just outside, within" unit="m" min={1} max={2000} value={outside} onChange={(next) => changeDesign("meter", { outside: next })} />
      <Check isSelected={marked} onChange={(on) => changeLayer("just-outside", { visible: on })}>Mark on the map what is just outside</Check>
    </div>
  );
}
