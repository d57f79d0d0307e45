// The filter: which incidents every number and every map is about.

import { IconFilterOff } from "@tabler/icons-react";
import { useMemo } from "react";
import { DAY_HOURS, isWithinHours, NIGHT_HOURS, NO_FILTER, type Filter } from "../../core/incidents/filter.ts";
import { DOMESTIC } from "../../core/incidents/table.ts";
import { setFilter } from "../actions/filtering.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/Button.tsx";
import { Segments } from "../ui/Choice.tsx";
import { count } from "../ui/format.ts";
import { AreaFilter } from "./AreaFilter.tsx";
import { CountStrip } from "../charts/CountStrip.tsx";
import { OffenceTree } from "./OffenceTree.tsx";
import { PeriodFilter } from "./PeriodFilter.tsx";
import { Refused } from "./Refused.tsx";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const HOURS = Array.from({ length: 24 }, (_, hour) => `${hour}`);

type HourChoice = "all" | "day" | "night" | "own";

export function FilterPanel() {
  const incidents = useStore((state) => state.incidents);
  const filtered = useStore((state) => state.filtered);
  const filter = useStore((state) => state.filter);
  const hasDomestic = useMemo(() => incidents !== null && incidents.table.domestic.includes(DOMESTIC.yes), [incidents]);
  if (!incidents) {
    return <div className="empty"><p>No incidents yet. When they are loaded, choose here which of them count: offences, dates, hours, places.</p></div>;
  }
  const { table } = incidents;
  const change = (patch: Partial<Filter>): void => setFilter({ ...filter, ...patch });
  const hasDays = table.precision !== "month" && table.precision !== "none";
  const hasHours = table.precision === "hour" || table.precision === "minute";
  return (
    <>
      <div className="section">
        <h3>
          {filtered ? `${count(filtered.selected.length)} of ${count(table.length)} incidents` : "Counting …"}
          <span className="spring" />
          <Button look="quiet" isDisabled={filter === NO_FILTER} onPress={() => setFilter(NO_FILTER)}><IconFilterOff size={13} /> Clear</Button>
        </h3>
      </div>
      <OffenceTree table={table} byOffence={filtered?.byOffence ?? null} without={filter.withoutOffences} onChange={(withoutOffences) => change({ withoutOffences })} />
      {table.precision !== "none" && (
        <PeriodFilter
          periods={filter.periods}
          excludedPeriods={filter.excludedPeriods}
          whole={table.precision === "month" ? "month" : "day"}
          onChange={change}
        />
      )}
      {table.precision !== "none" && (
        <div className="section">
          <h3>Months, over all years</h3>
          <CountStrip labels={MONTHS} counts={filtered?.byMonth ?? null} chosen={filter.months} onChange={(months) => change({ months })} name="month" />
        </div>
      )}
      <div className="section">
        <h3>Days of the week</h3>
        {hasDays ? (
          <CountStrip labels={WEEKDAYS} counts={filtered?.byWeekday ?? null} chosen={filter.weekdays} onChange={(weekdays) => change({ weekdays })} name="weekday" />
        ) : <Refused precision={table.precision} />}
      </div>
      <div className="section">
        <h3>Hours</h3>
        {hasHours ? <HourFilter filter={filter} counts={filtered?.byHour ?? null} change={change} /> : <Refused precision={table.precision} />}
      </div>
      {hasDomestic && (
        <div className="section">
          <Segments
            label="Domestic"
            value={filter.domestic}
            options={[{ value: "all", label: "All" }, { value: "without", label: "Without" }, { value: "only", label: "Only" }]}
            onChange={(domestic) => change({ domestic })}
          />
        </div>
      )}
      <AreaFilter filter={filter} change={change} />
    </>
  );
}

interface HourProps {
  readonly filter: Filter;
  readonly counts: Uint32Array | null;
  readonly change: (patch: Partial<Filter>) => void;
}

function HourFilter({ filter, counts, change }: HourProps) {
  const { hours } = filter;
  const is = (other: { readonly from: number; readonly to: number }): boolean => hours?.from === other.from && hours.to === other.to;
  const choice: HourChoice = hours === null ? "all" : is(DAY_HOURS) ? "day" : is(NIGHT_HOURS) ? "night" : "own";
  const chosen = hours === null ? [] : HOURS.flatMap((_, hour) => (isWithinHours(hour * 60, hours) ? [hour] : []));
  return (
    <>
      <Segments
        label="Part of the day"
        value={choice}
        options={[
          { value: "all", label: "All" },
          { value: "day", label: "08–20" },
          { value: "night", label: "20–08" },
          { value: "own", label: "Own" },
        ]}
        onChange={(next) => change({ hours: next === "all" ? null : next === "day" ? DAY_HOURS : next === "night" ? NIGHT_HOURS : (hours ?? { from: 18 * 60, to: 2 * 60 }) })}
      />
      {choice === "own" && hours && (
        <div className="field">
          <span className="label">From, to (may pass midnight)</span>
          <span className="pair-fields">
            <input className="input" type="time" aria-label="From" value={clock(hours.from)} onChange={(event) => change({ hours: { ...hours, from: minutes(event.target.value) } })} />
            <input className="input" type="time" aria-label="To" value={clock(hours.to)} onChange={(event) => change({ hours: { ...hours, to: minutes(event.target.value) } })} />
          </span>
        </div>
      )}
      <CountStrip labels={HOURS} counts={counts} chosen={chosen} name="hour" />
    </>
  );
}

const clock = (minute: number): string =>
  `${String(Math.floor((minute % 1440) / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

const minutes = (text: string): number => {
  const [hour, minute] = text.split(":").map((part) => Number.parseInt(part, 10));
  return (hour || 0) * 60 + (minute || 0);
};
