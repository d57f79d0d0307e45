// What the meter of patrol areas counts with: the filter's incidents, those of every offence where they are asked for, days, speed.

import { useEffect, useMemo } from "react";
import { area as areaOf } from "../../../core/geo/area.ts";
import type { MeterInput } from "../../../core/hotspots/areas/areaMeter.ts";
import { daysOfFilter } from "../../../core/incidents/daysOfFilter.ts";
import { EVERY_OFFENCE_JOB, indexEveryOffence } from "../../actions/everyOffence.ts";
import { attempt } from "../../actions/messages.ts";
import { useStore } from "../../store.ts";

/** null where there are no incidents. Every offence is indexed in a worker, and not yet there at first. */
export function useMeterInput(): Omit<MeterInput, "shapes"> | null {
  const filtered = useStore((state) => state.filtered);
  const table = useStore((state) => state.incidents?.table ?? null);
  const { speed, everyOffence } = useStore((state) => state.designDraft.meter);
  const indexed = useStore((state) => state.everyOffence);
  const filter = filtered?.filter ?? null;
  const allIndex = everyOffence && indexed !== null && indexed.of === filter ? indexed.index : null;
  const isMissing = everyOffence && allIndex === null;
  useEffect(() => {
    if (isMissing && filter) void attempt(EVERY_OFFENCE_JOB, () => indexEveryOffence(filter));
  }, [isMissing, filter]);
  const days = useMemo(() => (filter && table ? daysOfFilter(filter, table) : null), [filter, table]);
  return useMemo(() => {
    if (!filtered) return null;
    const { area } = filtered.filter;
    const studyArea = area.length === 0 ? null : area.reduce((sum, polygon) => sum + areaOf(polygon), 0);
    return { index: filtered.index, allIndex, days, studyArea, speed };
  }, [filtered, allIndex, days, speed]);
}
