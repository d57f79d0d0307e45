// Date ranges that count, and periods that are left out (a festival, a lockdown).

import { IconPlus, IconX } from "@tabler/icons-react";
import type { Filter, Period } from "../../core/incidents/filter.ts";
import { useStore } from "../store.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { DateInput, dayFromText } from "../ui/DateInput.tsx";

const DAY = 86_400_000;

interface Props {
  readonly periods: readonly Period[];
  readonly excludedPeriods: readonly Period[];
  /** Month-only incidents are filtered by whole months. */
  readonly whole: "day" | "month";
  readonly onChange: (patch: Partial<Filter>) => void;
}

export function PeriodFilter({ periods, excludedPeriods, whole, onChange }: Props) {
  return (
    <div className="section">
      <h3>Dates</h3>
      <List title="Only" periods={periods} whole={whole} onChange={(next) => onChange({ periods: next })} />
      <List title="Not" periods={excludedPeriods} whole={whole} onChange={(next) => onChange({ excludedPeriods: next })} />
    </div>
  );
}

interface ListProps {
  readonly title: "Only" | "Not";
  readonly periods: readonly Period[];
  readonly whole: "day" | "month";
  readonly onChange: (periods: readonly Period[]) => void;
}

function List({ title, periods, whole, onChange }: ListProps) {
  const span = useStore((state) => state.incidents?.reports ?? null);
  const add = (): void => {
    const from = dayFromText((span?.[0]?.from ?? "2024-01-01").slice(0, 10)) ?? 0;
    const to = dayFromText((span?.at(-1)?.to ?? "2024-12-31").slice(0, 10)) ?? from;
    onChange([...periods, { from: floor(from, whole), to: after(to, whole) }]);
  };
  const change = (i: number, patch: Partial<Period>): void => onChange(periods.map((period, k) => (k === i ? { ...period, ...patch } : period)));
  return (
    <>
      {periods.map(({ from, to }, i) => (
        <div key={i} className="period">
          <span className="muted">{title}</span>
          <DateInput label={`${title} from`} whole={whole} value={from} onChange={(next) => change(i, { from: next })} />
          <DateInput label={`${title} to, included`} whole={whole} value={before(to, whole)} onChange={(next) => change(i, { to: after(next, whole) })} />
          <IconButton icon={<IconX size={12} />} label="Remove this period" onPress={() => onChange(periods.filter((_, k) => k !== i))} />
        </div>
      ))}
      <Button look="quiet" onPress={add}><IconPlus size={12} /> {title === "Only" ? "Only a period" : "Leave a period out"}</Button>
    </>
  );
}

const floor = (ms: number, whole: "day" | "month"): number => {
  const date = new Date(ms);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), whole === "month" ? 1 : date.getUTCDate());
};

const after = (ms: number, whole: "day" | "month"): number => {
  const date = new Date(floor(ms, whole));
  return whole === "month" ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) : date.getTime() + DAY;
};

/** The last day or month that an exclusive end leaves in. */
const before = (ms: number, whole: "day" | "month"): number => floor(ms - 1, whole);
