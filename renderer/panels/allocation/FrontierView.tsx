// The trade-off of a fleet: what can be covered against how far cars are on average, with what is proved of it.

import type { FrontierPoint } from "../../../core/patrol/frontier/frontier.ts";
import { putOnMap } from "../../actions/putOnMap.ts";
import { axisRange } from "../../charts/axisRange.ts";
import { percentTick } from "../../charts/percentTick.ts";
import { ScatterChart } from "../../charts/ScatterChart.tsx";
import type { ShownFrontier } from "../../shownExplorations.ts";
import { useStore } from "../../store.ts";
import { decimal, metres, percent } from "../../ui/format.ts";
import { ChoiceTable, type Column } from "../../ui/ChoiceTable.tsx";
import { MadeFor } from "./MadeFor.tsx";

const COVERED = "Σ δₗ wₗ ÷ Σ δₗ: the share of the demand in tiles whose centre is within reach of the centre of a tile with a car.";
const MEAN = "Σ δₗ d(l, nearest car) ÷ Σ δₗ, m from tile centre to tile centre.";
const PROOF = "Proved: no allocation is better in one of the two without being worse in the other. Otherwise the metres by which, at most, another allocation that covers as much could be nearer.";

const COLUMNS: readonly Column<FrontierPoint>[] = [
  { head: "covered", text: COVERED, order: ({ coverage }) => coverage, words: ({ coverage }) => percent(coverage, 2) },
  { head: "mean", text: MEAN, order: ({ meanDistance }) => meanDistance, words: ({ meanDistance }) => `${decimal(meanDistance, 1)} m` },
  { head: "proof", text: PROOF, order: ({ slack }) => -slack, words: ({ proven, slack }) => (proven ? "proved" : `within ${metres(slack)}`) },
];

export function FrontierView({ frontier }: { readonly frontier: ShownFrontier }) {
  const onMap = useStore((state) => state.allocation);
  const { request, points, envelope, exact } = frontier;
  const nameOf = (point: FrontierPoint): string => `Point ${points.indexOf(point) + 1}`;
  // By where the cars stand: the search tells its points anew each time that it has better ones.
  const chosen = points.find((point) => onMap?.request === request && sameSites(point.chosen, onMap.chosen)) ?? null;
  const choose = (point: FrontierPoint): void => putOnMap({ request, ...point, title: `Trade-off, ${nameOf(point).toLowerCase()}`, proof: null });
  const proven = points.filter((point) => point.proven).length;
  return (
    <div className="section">
      <h3>{points.length === 1 ? "One allocation is best in both" : `${points.length} allocations, none better in both`}</h3>
      <MadeFor request={request} />
      <ScatterChart
        title="Coverage against mean distance"
        description={`${points.length} allocations from ${metres(points[0].meanDistance)} and ${percent(points[0].coverage)} to ${metres(points[points.length - 1].meanDistance)} and ${percent(points[points.length - 1].coverage)}. Better is up and to the left.`}
        x={{ label: "mean distance to the nearest car, m", ...axisRange([...points, ...envelope].map(({ meanDistance }) => meanDistance), [0, Infinity]) }}
        y={{ label: "Covered", ...axisRange([...points, ...envelope].map(({ coverage }) => coverage), [0, 1]), format: percentTick }}
        points={points.map((point) => ({
          id: nameOf(point),
          name: nameOf(point),
          x: point.meanDistance,
          y: point.coverage,
          group: point.supported ? 0 : 1,
          hollow: !point.proven,
        }))}
        groups={["best for a weight", "in between"]}
        fills={["proved", "found"]}
        lines={[
          { name: "reached", points: points.map(({ meanDistance, coverage }) => ({ x: meanDistance, y: coverage })), step: true },
          { name: "nothing is beyond", points: envelope.map(({ meanDistance, coverage }) => ({ x: meanDistance, y: coverage })) },
        ]}
        chosen={chosen && nameOf(chosen)}
        onChoose={(id) => choose(points.find((point) => nameOf(point) === id)!)}
      />
      <p className="muted hint" aria-live="polite">
        {chosen
          ? `On the map: ${nameOf(chosen).toLowerCase()}, ${percent(chosen.coverage, 2)} covered, ${metres(chosen.meanDistance)} on average.`
          : "Choose a point to see where the cars stand."}
      </p>
      <p className="muted hint">
        {exact ? "The trade-off is exact: there is no other point." : `${proven} of ${points.length} are proved. There may be others between the line reached and the dashed one.`}
        {!exact && proven < points.length && request.plan.gap > 0 && " A gap of 0 proves more of them, and takes longer."}
      </p>
      <ChoiceTable name="Allocations of the trade-off" first="Allocation" rows={points} columns={COLUMNS} nameOf={nameOf} chosen={chosen} onChoose={choose} />
    </div>
  );
}

const sameSites = (a: Uint32Array, b: Uint32Array): boolean => a.length === b.length && a.every((site, i) => site === b[i]);
