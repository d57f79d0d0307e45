// The meter's table, in two views that fit beside the map: crime inside; the ground, the way round it and crime just outside.

import { useState } from "react";
import { zoomToFeature } from "../../actions/zoom.ts";
import { useStore } from "../../store.ts";
import { Segments } from "../../ui/Choice.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { area, count, decimal, metres, percent } from "../../ui/format.ts";
import type { MeterRow } from "./meterRows.ts";

interface Column {
  readonly head: string;
  readonly text: string;
  readonly words: (row: MeterRow) => string;
}

const orNone = <Value,>(value: Value | null, words: (value: Value) => string): string => (value === null ? "–" : words(value));
const aDay = (value: number): string => decimal(value, value < 10 ? 2 : 1);

const CRIME: readonly Column[] = [
  { head: "Incidents", text: "That the filter keeps, inside or on the boundary.", words: ({ incidents }) => count(incidents) },
  { head: "Share", text: "Incidents ÷ all that the filter keeps.", words: ({ incidentShare }) => orNone(incidentShare, percent) },
  { head: "A day", text: "Incidents ÷ days that the filter keeps.", words: ({ perDay }) => orNone(perDay, aDay) },
];

const EVERY: readonly Column[] = [
  { head: "All", text: "Incidents of every offence in the same times and places.", words: ({ all }) => orNone(all, ({ incidents }) => count(incidents)) },
  { head: "Share", text: "Incidents of every offence inside ÷ all of them.", words: ({ all }) => orNone(all?.incidentShare ?? null, percent) },
  { head: "A day", text: "Incidents of every offence ÷ days that the filter keeps.", words: ({ all }) => orNone(all?.perDay ?? null, aDay) },
];

const GROUND: readonly Column[] = [
  { head: "Area", text: "Overlaps counted once.", words: (row) => area(row.area) },
  { head: "Share", text: "Area ÷ study area of the filter.", words: ({ areaShare }) => orNone(areaShare, (share) => percent(share, 2)) },
  { head: "Round", text: "Length of the outlines, holes included; of several shapes the sum.", words: ({ perimeter }) => metres(perimeter) },
  { head: "Walk", text: "Length of the outlines ÷ speed on foot.", words: ({ walkMinutes }) => `${decimal(walkMinutes, 0)} min` },
];

export function MeterTable({ rows, outside }: { readonly rows: readonly MeterRow[]; readonly outside: number }) {
  const selection = useStore((state) => state.selection);
  const [view, setView] = useState<"crime" | "ground">("crime");
  const near: Column = { head: "Outside", text: `Incidents within ${metres(outside)} of it and in no hotspot or patrol area.`, words: (row) => count(row.outside) };
  const columns = view === "ground" ? [...GROUND, near] : [...CRIME, ...(rows.some(({ all }) => all !== null) ? EVERY : [])];
  return (
    <>
      <Segments label="Columns" value={view} options={[{ value: "crime", label: "Crime inside" }, { value: "ground", label: "Ground and around" }]} onChange={setView} />
      <Scroll name="What the areas hold" tall>
        <table className="table tight" aria-label="What the areas hold">
          <thead>
            <tr>
              <th scope="col">Area</th>
              {columns.map(({ head, text }, i) => <th key={i} scope="col" className="number"><Explained text={text}>{head}</Explained></th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { id, name, isPart } = row;
              return (
                <tr key={id} className={id === null ? "total" : "choosable"} aria-selected={id !== null && selection.includes(id)} onClick={() => id !== null && useStore.setState({ selection: [id] })} onDoubleClick={() => id !== null && zoomToFeature(id)}>
                  <th scope="row" className={isPart ? "part" : ""}>{id === null ? name : <button type="button" className="row-name">{name}</button>}</th>
                  {columns.map(({ words }, i) => <td key={i} className="number">{words(row)}</td>)}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
