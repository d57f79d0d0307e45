// A strip of small charts for each place: its months, years with their rank, hours, busiest days and trend.

import { useState } from "react";
import type { AreaStability } from "../../../core/hotspots/find/stabilityOfAreas.ts";
import { dayInWords } from "../../../core/forecast/windowInWords.ts";
import { zoomToShape } from "../../actions/zoom.ts";
import { SmallBars } from "../../charts/SmallBars.tsx";
import { DAY_PARTS, staleOfPart } from "../../shownFind.ts";
import type { ShownStability } from "../../shownStability.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, percent } from "../../ui/format.ts";
import { trendInWords } from "./trendInWords.ts";

type Order = "given" | "total" | "rising" | "falling" | "busiest" | "present";

const ORDERS: readonly { readonly value: Order; readonly label: string }[] = [
  { value: "given", label: "As given" },
  { value: "total", label: "Most incidents" },
  { value: "rising", label: "Rising most" },
  { value: "falling", label: "Falling most" },
  { value: "busiest", label: "Most in its busiest days" },
  { value: "present", label: "Fewest years among the first" },
];

interface Row extends AreaStability {
  readonly i: number;
}

const slope = ({ trend }: AreaStability): number => trend?.slopePerYear ?? 0;

/** The greatest first. */
const MEASURES: Readonly<Record<Exclude<Order, "given">, (row: Row) => number>> = {
  total: ({ total }) => total,
  rising: slope,
  falling: (row) => -slope(row),
  busiest: ({ busiest }) => busiest?.share ?? 0,
  present: ({ presentYears }) => -presentYears,
};

const TREND =
  "Mann–Kendall test on the whole months: does the count rise or fall over time, whatever its shape? Seasonal where a calendar month comes in three years or more: each month is compared with itself in other years. The slope is Sen's: the median change of a month's count from one year to the next.";
const BUSIEST = "Share of the place's incidents that fell on its three busiest days. A festival or a match day shows at once; such a place is no hotspot for the rest of the year.";

export function StabilityStrips({ shown }: { readonly shown: ShownStability }) {
  const [order, setOrder] = useState<Order>("given");
  // A string, so that the selector's answer can be compared.
  const stale = useStore((state) => staleOfPart(shown, state).join(" and "));
  const { found, precision, part: of } = shown;
  const rows = found.areas.map((area, i): Row => ({ ...area, i }));
  const measure = order === "given" ? null : MEASURES[order];
  const sorted = measure ? rows.toSorted((a, b) => measure(b) - measure(a)) : rows;
  const part = found.months.filter(({ whole }) => !whole).length;
  return (
    <>
      <div className="section">
        <h3>{count(shown.places.length)} places over {found.months.length} months{of !== "filtered" && `, ${DAY_PARTS[of]}`}</h3>
        {stale !== "" && <p className="notice" role="status">Stale: {stale} changed since it was made.</p>}
        <Choice label="Order" value={order} options={ORDERS} onChange={setOrder} />
        <p className="muted hint">
          Each place by month and by hour, on its own scale. Ranks of its years among {found.rankedAmong}. <Explained text={TREND}>How trends are judged</Explained>
          {part > 0 && `. ${part === 1 ? "One month is" : `${part} months are`} cut by the filter or the data: pale, and no part of the trend`}.
        </p>
        {precision === "month" && <p className="muted hint">These incidents say only the month: busiest days and hours cannot be told.</p>}
        {precision === "day" && <p className="muted hint">These incidents say only the day: hours cannot be told.</p>}
      </div>
      {sorted.map((row) => <Strip key={row.i} shown={shown} row={row} />)}
      <div className="section"><div className="actions"><Button onPress={() => useStore.setState({ stability: null })}>Put away</Button></div></div>
    </>
  );
}

function Strip({ shown: { places, found, profiles }, row }: { readonly shown: ShownStability; readonly row: Row }) {
  const { name, shape } = places[row.i];
  const { months, years } = found;
  const { hours } = profiles[row.i];
  const year = (i: number): number => new Date(months[i].from).getUTCFullYear();
  const breaks = months.flatMap((_, i) => (i > 0 && year(i) !== year(i - 1) ? [i] : []));
  return (
    <section className="section strip-card" aria-label={name}>
      <h3>
        <button type="button" className="row-name" title="Show on the map" onClick={() => zoomToShape(shape)}>{name}</button>
        <span className="spring" />
        {isEvent(row) && <span className="chip warn">a few days hold much of it</span>}
        <span className="number">{count(row.total)}</span>
      </h3>
      <SmallBars
        description={`${name}, incidents by month from ${monthInWords(months[0].from)} to ${monthInWords(months[months.length - 1].from)}: ${row.byMonth.join(", ")}`}
        values={row.byMonth}
        breaks={breaks}
        isPale={(i) => !months[i].whole}
      />
      <div className="strip-years">
        {row.byYear.map(({ year: of, count: incidents, rank }, k) => (
          <span key={years[k]}>{of} <b className="number">{count(incidents)}</b>{rank !== null && <span className="muted"> {ordinal(rank)}</span>}</span>
        ))}
        <span className="muted">{count(row.byMonth.reduce((a, b) => Math.max(a, b), 0))} in its highest month</span>
      </div>
      {hours && <SmallBars description={`${name}, incidents by hour from 0 to 23: ${hours.join(", ")}`} values={hours} breaks={[6, 12, 18]} />}
      <p className="hint">{trendInWords(row.trend)}</p>
      {row.busiest && (
        <p className="muted hint">
          <Explained text={BUSIEST}>{`${percent(row.busiest.share, 0)} on its busiest days`}</Explained>: {row.busiest.days.map(({ day, count: incidents }) => `${dayInWords(day)} (${count(incidents)})`).join(", ")}
        </p>
      )}
    </section>
  );
}

const EVENT_SHARE = 0.15;
const EVENT_LEAST = 15;

/** Three days that hold 15 % of a place's crime over months, and more than a handful. */
const isEvent = ({ busiest }: AreaStability): boolean =>
  busiest !== null && busiest.share >= EVENT_SHARE && busiest.days.reduce((sum, day) => sum + day.count, 0) >= EVENT_LEAST;

const monthInWords = (ms: number): string => new Date(ms).toISOString().slice(0, 7);

function ordinal(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${count(n)}${ending}`;
}
