// The Lorenz curve with the plan on it, the Gini coefficients, and how few cells hold a quarter, half and four fifths.

import { useMemo } from "react";
import { shapesOf } from "../../actions/concentration.ts";
import { LineChart, type ChartMark } from "../../charts/LineChart.tsx";
import { percentTick } from "../../charts/percentTick.ts";
import type { ShownConcentration } from "../../shownDesign.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Explained } from "../../ui/Tip.tsx";
import { area, count, decimal, metres, percent } from "../../ui/format.ts";
import { StaleNotice } from "./StaleNotice.tsx";

const GINI = "G = Σ (2k − n − 1) x₍ₖ₎ ÷ (n Σ x), cells in ascending order (Gini 1912): 0 where every cell holds the same, 1 − 1/n where one holds everything.";
const GENERALISED =
  "G′ = max(n / c, 1)(G − 1) + 1 for c crimes in n cells (Bernasco and Steenbeek 2017, eq. 5): with fewer crimes than cells even the most equal spread leaves cells empty, which G alone counts as concentration.";
const BEST = "What the cells with most hold in the same area: the curve at the plan’s share of area.";
const RATIO = "PEI* = share of crime in the plan ÷ the most that cells hold in the same area (Hunt 2016). Shapes that are placed freely may be above 1: they are not bound to the cells.";

const SHARE_AXIS = { from: 0, to: 1, format: percentTick } as const;
/** Of the cells, in the chart's table. */
const LISTED = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5];

export function ConcentrationView({ shown }: { readonly shown: ShownConcentration }) {
  const { found, counts, side } = shown;
  const { cells, cover, lorenz, gini, generalisedGini, holding, plan } = found;
  const what = counts === "harm" ? "harm" : "incidents";
  const marks: ChartMark[] = plan ? [{ name: "this plan", x: plan.areaShare, y: plan.crimeShare }, { name: "the best cells of the same area", x: plan.areaShare, y: plan.best }] : [];
  return (
    <div className="section">
      <h3>Hexagons of {metres(side)}, {what}</h3>
      <StaleNotice of={shown} />
      <PlanChanged shown={shown} />
      <p className="muted hint">{cover}.</p>
      <LineChart
        title="Lorenz curve, cells with most first"
        description={`Share of ${what} in a share of cells: ${inWords(shown)}`}
        x={{ label: "share of cells", ...SHARE_AXIS }}
        y={{ label: `share of ${what}`, ...SHARE_AXIS }}
        series={[{ name: "as it is", x: lorenz.cellShare, y: lorenz.crimeShare }, { name: "spread evenly", x: [0, 1], y: [0, 1], faint: true }]}
        marks={marks}
        listed={LISTED}
      />
      <p>{inWords(shown)}</p>
      <dl className="facts">
        {holding.map(({ crimeShare, cells: needed, cellShare }) => (
          <Fact key={crimeShare} name={`Cells for ${percent(crimeShare, 0)}`} value={`${count(needed)} of ${count(cells)} (${percent(cellShare)})`} />
        ))}
        <dt><Explained text={GINI}>Gini</Explained></dt><dd>{decimal(gini, 3)}</dd>
        {generalisedGini !== null && <><dt><Explained text={GENERALISED}>Generalised Gini</Explained></dt><dd>{decimal(generalisedGini, 3)}</dd></>}
      </dl>
      {plan ? (
        <dl className="facts" aria-label="The plan against the best">
          <Fact name="Area of the plan" value={`${area(plan.area)} (${percent(plan.areaShare)})`} />
          <Fact name={`Its share of ${what}`} value={percent(plan.crimeShare)} />
          <dt><Explained text={BEST}>The best cells of the same area</Explained></dt><dd>{percent(plan.best)}</dd>
          <dt><Explained text={RATIO}>Plan ÷ best, PEI*</Explained></dt><dd>{decimal(plan.ratio, 2)}</dd>
        </dl>
      ) : <p className="muted">With hotspots or patrol areas in the plan, it is set beside the best cells of the same area.</p>}
    </div>
  );
}

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => <><dt>{name}</dt><dd>{value}</dd></>;

/** "1.2 % of cells hold 25 % of incidents, 4.6 % hold 50 % and 17.0 % hold 80 %." */
function inWords({ found: { holding }, counts }: ShownConcentration): string {
  const parts = holding.map(({ crimeShare, cellShare }, i) => `${percent(cellShare)} ${i === 0 ? "of cells " : ""}hold ${percent(crimeShare, 0)}${i === 0 ? ` of ${counts === "harm" ? "harm" : "incidents"}` : ""}`);
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}.`;
}

function PlanChanged({ shown }: { readonly shown: ShownConcentration }) {
  const plan = useStore(committedPlan);
  const same = useMemo(() => JSON.stringify(shapesOf(plan)) === JSON.stringify(shown.shapes), [plan, shown]);
  return same ? null : <p className="notice" role="status">The plan has changed since: measure again to see where it stands now.</p>;
}
