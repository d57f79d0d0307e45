// Coverage and mean distance by the number of cars, what the next one adds, and how many are needed for a wish.

import { useState } from "react";
import type { FleetObjective } from "../../../core/patrol/fleet/fleetSizes.ts";
import type { FleetSize } from "../../../core/patrol/fleet/settleSizes.ts";
import { vehiclesFor } from "../../../core/patrol/fleet/vehiclesFor.ts";
import { showFleet } from "../../actions/showFleet.ts";
import { axisRange } from "../../charts/axisRange.ts";
import { BarChart } from "../../charts/BarChart.tsx";
import { LineChart } from "../../charts/LineChart.tsx";
import { percentTick } from "../../charts/percentTick.ts";
import type { ShownFleetSizes } from "../../shownExplorations.ts";
import { useStore } from "../../store.ts";
import { Segments } from "../../ui/Choice.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { count, decimal, metres, percent } from "../../ui/format.ts";
import { ChoiceTable, type Column } from "../../ui/ChoiceTable.tsx";
import { MadeFor } from "./MadeFor.tsx";

interface Words {
  readonly title: string;
  readonly axis: string;
  readonly formula: string;
  readonly unit: string;
  readonly value: (value: number) => string;
  /** Of a share in points, of metres in metres. */
  readonly scale: number;
  readonly digits: number;
}

const WORDS: { readonly [Measure in FleetObjective]: Words } = {
  coverage: {
    title: "Covered by the number of cars",
    axis: "Covered",
    formula: "The most that so many cars can cover, Σ δₗ wₗ ÷ Σ δₗ (maximal covering), and the bound that is proved: no places cover more.",
    unit: "points",
    value: (share) => percent(share, 2),
    scale: 100,
    digits: 2,
  },
  distance: {
    title: "Mean distance by the number of cars",
    axis: "Mean distance, m",
    formula: "The least mean distance to the nearest of so many cars, Σ δₗ d ÷ Σ δₗ (p-median), m, and the bound that is proved: no places are nearer.",
    unit: "m",
    value: (m) => metres(m),
    scale: 1,
    digits: 1,
  },
};

const GAIN: Readonly<Record<FleetObjective, string>> = {
  coverage: "What this car adds to one car less: covered share, in percentage points, between the best found; the bounds of both leave it between the numbers shown on hover and as lines in the chart.",
  distance: "What this car saves against one car less: mean distance, m, between the best found; the bounds of both leave it between the numbers shown on hover and as lines in the chart.",
};

export function FleetView({ fleet }: { readonly fleet: ShownFleetSizes }) {
  const [measure, setMeasure] = useState<FleetObjective>("coverage");
  const onMap = useStore((state) => state.allocation?.chosen);
  const rows = fleet[measure].sizes;
  const { title, axis, formula, unit, value, scale, digits } = WORDS[measure];
  const nameOf = ({ vehicles }: FleetSize): string => `${vehicles}`;
  const columns: readonly Column<FleetSize>[] = [
    { head: measure === "coverage" ? "covered" : "mean", text: formula, order: (row) => row.value, words: (row) => value(row.value) },
    { head: "bound", text: formula, order: (row) => row.bound, words: (row) => (row.proven ? "proved" : value(row.bound)) },
    {
      head: `gain, ${unit}`,
      text: GAIN[measure],
      order: ({ gain }) => gain?.value ?? -Infinity,
      words: ({ gain }) => (gain ? decimal(scale * gain.value, digits) : "–"),
      more: ({ gain }) => (gain ? `between ${decimal(scale * gain.low, digits)} and ${decimal(scale * gain.high, digits)} ${unit}` : ""),
    },
  ];
  const chosen = rows.find((row) => row.chosen === onMap) ?? null;
  const gains = rows.flatMap(({ vehicles, gain }) => (gain ? [{ vehicles, ...gain }] : []));
  const first = rows[0].vehicles, last = rows[rows.length - 1].vehicles;
  return (
    <>
      <div className="section">
        <h3>{count(first)} to {count(last)} cars</h3>
        <MadeFor request={fleet.request} />
        <Segments
          label="Show"
          value={measure}
          options={[{ value: "coverage", label: "Coverage" }, { value: "distance", label: "Distance" }]}
          onChange={setMeasure}
        />
        <LineChart
          title={title}
          description={`From ${value(rows[0].value)} with ${first} to ${value(rows[rows.length - 1].value)} with ${last}. The band is what the proved bounds leave open.`}
          x={{ label: "cars", from: first, to: Math.max(first + 1, last), format: wholeCars }}
          y={{ label: axis, ...axisRange(rows.flatMap((row) => [row.value, row.bound]), measure === "coverage" ? [0, 1] : [0, Infinity]), ...(measure === "coverage" && { format: percentTick }) }}
          series={[{
            name: axis,
            x: rows.map(({ vehicles }) => vehicles),
            y: rows.map((row) => row.value),
            band: { low: rows.map((row) => Math.min(row.value, row.bound)), high: rows.map((row) => Math.max(row.value, row.bound)) },
          }]}
          digits={measure === "coverage" ? 4 : 1}
        />
        <Wish rows={rows} measure={measure} />
      </div>
      <div className="section">
        <h3>What one more car brings</h3>
        {gains.length > 0 && (
          <BarChart
            title={`Gain of each car, ${unit}`}
            description={`Bars are the gain between the best found of two fleets, lines what the bounds leave open.`}
            x={{ label: "cars", from: first + 0.5, to: last + 0.5, format: wholeCars }}
            y={{ label: `Gain, ${unit}`, from: 0, to: scale * gains.reduce((most, { value: gained, high }) => Math.max(most, gained, high), 0) || 1 }}
            bars={gains.map(({ vehicles, value: gained, low, high }) => ({ at: vehicles, value: scale * gained, low: scale * low, high: scale * high, name: `${vehicles}` }))}
            heads={["gain", "at least", "at most"]}
            digits={digits}
          />
        )}
        <ChoiceTable name="Fleets" first="Cars" rows={rows} columns={columns} nameOf={nameOf} chosen={chosen} onChoose={(row) => showFleet(fleet, measure, row)} />
        <p className="muted hint" aria-live="polite">{chosen ? `On the map: ${chosen.vehicles} ${chosen.vehicles === 1 ? "car" : "cars"}.` : "Choose a fleet to see where its cars stand."}</p>
      </div>
    </>
  );
}

const wholeCars = (cars: number): string => (Number.isInteger(cars) ? `${cars}` : "");

function Wish({ rows, measure }: { readonly rows: readonly FleetSize[]; readonly measure: FleetObjective }) {
  const [wishes, setWishes] = useState({ coverage: 50, distance: 1000 });
  const wish = wishes[measure];
  const { enough, atLeast } = vehiclesFor(rows, measure, measure === "coverage" ? wish / 100 : wish);
  const change = (to: number): void => setWishes({ ...wishes, [measure]: to });
  return (
    <>
      {measure === "coverage"
        ? <NumberInput label="Cars for" unit="% covered" min={0} max={100} digits={1} value={wish} onChange={change} />
        : <NumberInput label="Cars for a mean of" unit="m" min={1} max={100_000} value={wish} onChange={change} />}
      <p className="hint" role="status">{answer(enough, atLeast, rows[rows.length - 1].vehicles)}</p>
    </>
  );
}

function answer(enough: number | null, atLeast: number | null, last: number): string {
  if (atLeast === null) return `More than ${last} cars, which is proved.`;
  if (enough === null) return `At least ${atLeast} cars, by the bounds; none of the allocations found can.`;
  const cars = `${enough} ${enough === 1 ? "car" : "cars"}`;
  return enough === atLeast ? `${cars}; fewer cannot, which is proved.` : `${cars} can; at least ${atLeast} are needed, by the bounds.`;
}
