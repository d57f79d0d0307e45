// What an exploration came to: the trade-off of its combinations, their prediction quality beside it, and one of them on the map.

import { useState } from "react";
import { sameFilter } from "../../../core/incidents/sameFilter.ts";
import type { ExploredOffence, ExploredRow } from "../../../core/patrol/explore/exploration.ts";
import { showExplored, slotInWords } from "../../actions/showExplored.ts";
import { axisRange } from "../../charts/axisRange.ts";
import { percentTick } from "../../charts/percentTick.ts";
import { ScatterChart } from "../../charts/ScatterChart.tsx";
import type { ShownExploration } from "../../shownExplorations.ts";
import { useStore } from "../../store.ts";
import { Choice } from "../../ui/Choice.tsx";
import { SliderInput } from "../../ui/SliderInput.tsx";
import { count, decimal, metres, percent } from "../../ui/format.ts";
import { ChoiceTable, type Column } from "../../ui/ChoiceTable.tsx";
import { ExploredOffences } from "./ExploredOffences.tsx";

const COVERED = "Q¹ = Σ_c γ_c ÷ |C|: the share of the held-out incidents within reach of a car of their slot (Brandt et al. 2022, 3.3). 95 % bootstrap interval over slots on hover.";
const MEAN = "Q² = Σ_c min d(l_c, l) ÷ |C|, m: the mean distance from a held-out incident to the nearest car of its slot (Brandt et al. 2022, 3.3). 95 % bootstrap interval over slots on hover.";
const AUC = "Area under the event-area curve of the prediction for this offence, mean over slots with incidents (Brandt et al. 2022, 3.1). 0.5 is chance.";
const TRUNCATED =
  "The same area up to the share of the tiles that the fleet can cover at most (cars × most tiles within reach of one ÷ tiles), divided by that share, so that 1 stays the best (Brandt et al. 2022, 5).";
const GAP = "How far at most the worst slot’s objective is from its proved bound.";
const PARETO = "No other combination of the same fleet has more coverage and no more distance for this offence, or less distance and no less coverage (Brandt et al. 2022, 4.3).";

export function ExplorationView({ shown }: { readonly shown: ShownExploration }) {
  const onMap = useStore((state) => state.allocation?.chosen);
  const stale = useStore((state) => !sameFilter(shown.filter, state.filter) || (state.incidents?.table.length ?? 0) !== shown.known);
  const { asked, rows, slots, negativePredictions } = shown;
  const [chosenFleet, setFleet] = useState(asked.fleets[0]);
  const [chosenOffence, setOffence] = useState(0);
  // Another exploration may have other ones.
  const fleet = asked.fleets.includes(chosenFleet) ? chosenFleet : asked.fleets[0];
  const offence = chosenOffence < asked.offences.length ? chosenOffence : 0;
  const same = rows.filter(({ vehicles }) => vehicles === fleet);
  const chosen = rows.find(({ allocations }) => onMap !== undefined && allocations.includes(onMap)) ?? null;
  const slot = chosen ? chosen.allocations.indexOf(onMap!) : 0;
  const negative = negativePredictions.reduce((sum, n) => sum + n, 0);
  return (
    <>
      <div className="section">
        <h3>{count(rows.length)} combinations on {slots === 1 ? "one slot" : `${count(slots)} slots`}</h3>
        {stale && <p className="notice" role="status">Stale: the filter or the incidents changed since it was made.</p>}
        <p className="muted hint">
          {slotInWords(shown, 0)}{slots > 1 && ` to ${slotInWords(shown, slots - 1)}`}; {count(asked.cells.length)} tiles of {metres(asked.tiles.cell)}, reach {metres(asked.radius)}.
          {negative > 0 && ` ${count(negative)} predictions below zero count as zero for the cars.`}
        </p>
        <Choice label="Cars" value={`${fleet}`} options={asked.fleets.map((cars) => ({ value: `${cars}`, label: `${cars}` }))} onChange={(cars) => setFleet(Number.parseInt(cars, 10))} />
        <Choice
          label="Judged by"
          value={`${offence}`}
          options={asked.offences.map(({ name, x }, i) => ({ value: `${i}`, label: `${name}, ${count(x.length)}` }))}
          onChange={(i) => setOffence(Number.parseInt(i, 10))}
        />
        <Scatter shown={shown} rows={same} offence={offence} chosen={chosen} onChoose={(row) => showExplored(shown, row, slot)} />
        <ChoiceTable
          name={`Combinations of ${fleet} cars`}
          first="Combination"
          rows={same}
          columns={columnsOf(offence)}
          nameOf={nameOf}
          chosen={chosen}
          onChoose={(row) => showExplored(shown, row, slot)}
        />
        {chosen ? (
          <>
            <SliderInput label="Slot on the map" unit="" min={0} max={slots - 1} value={slot} onChange={(to) => showExplored(shown, chosen, to)} format={(i) => `${i + 1} of ${slots}`} />
            <p className="muted hint" aria-live="polite">{nameOf(chosen)}, {chosen.vehicles} cars: {slotInWords(shown, slot)}</p>
          </>
        ) : (
          <p className="muted hint">Choose a combination to see where its cars stand.</p>
        )}
      </div>
      {chosen && <ExploredOffences row={chosen} rivals={rows.filter(({ vehicles }) => vehicles === chosen.vehicles)} name={nameOf(chosen)} />}
    </>
  );
}

const nameOf = ({ predictor, objective }: Pick<ExploredRow, "predictor" | "objective">): string => `${predictor}, ${objective}`;

function columnsOf(offence: number): readonly Column<ExploredRow>[] {
  const of = (row: ExploredRow): ExploredOffence => row.offences[offence];
  const orLast = (value: number | null | undefined): number => value ?? -Infinity;
  return [
    {
      head: "covered",
      text: COVERED,
      order: (row) => orLast(of(row).quality.coverage),
      words: (row) => orDash(of(row).quality.coverage, percent),
      more: (row) => interval(of(row).quality.coverageInterval, percent),
    },
    {
      head: "mean",
      text: MEAN,
      order: (row) => orLast(of(row).quality.meanDistance),
      words: (row) => orDash(of(row).quality.meanDistance, metres),
      more: (row) => interval(of(row).quality.distanceInterval, metres),
    },
    { head: "Pareto", text: PARETO, order: (row) => Number(of(row).pareto), words: (row) => (of(row).pareto ? "yes" : "–") },
    { head: "AUC", text: AUC, order: (row) => orLast(of(row).auc?.mean), words: (row) => orDash(of(row).auc?.mean ?? null, threeDigits), more: (row) => interval(of(row).auc, threeDigits) },
    {
      head: "to fleet",
      text: TRUNCATED,
      order: (row) => orLast(of(row).truncatedAuc?.mean),
      words: (row) => orDash(of(row).truncatedAuc?.mean ?? null, threeDigits),
      more: (row) => interval(of(row).truncatedAuc, threeDigits),
    },
    { head: "gap", text: GAP, order: ({ worstGap }) => worstGap, words: ({ worstGap }) => percent(worstGap, 2) },
  ];
}

type Words = (value: number) => string;

const threeDigits: Words = (value) => decimal(value, 3);
const orDash = (value: number | null, words: Words): string => (value === null ? "–" : words(value));
const interval = (of: { readonly low: number; readonly high: number } | null, words: Words): string => (of ? `95 % interval ${words(of.low)} to ${words(of.high)}` : "");

interface ScatterProps {
  readonly shown: ShownExploration;
  readonly rows: readonly ExploredRow[];
  readonly offence: number;
  readonly chosen: ExploredRow | null;
  readonly onChoose: (row: ExploredRow) => void;
}

function Scatter({ shown: { asked }, rows, offence, chosen, onChoose }: ScatterProps) {
  const judged = rows.flatMap((row) => {
    const { quality: { coverage, meanDistance }, pareto } = row.offences[offence];
    return coverage === null || meanDistance === null ? [] : [{ row, coverage, meanDistance, pareto }];
  });
  if (judged.length === 0) return <p className="muted hint">No incident of this kind happened in these slots, so there is nothing to judge by.</p>;
  const groups = asked.predictors.map(({ name }) => name);
  const best = judged.filter(({ pareto }) => pareto).sort((a, b) => a.meanDistance - b.meanDistance);
  return (
    <ScatterChart
      title={`Coverage against mean distance, ${asked.offences[offence].name}`}
      description={`Better is up and to the left. Of ${judged.length} combinations none is better in both than: ${best.map(({ row }) => nameOf(row)).join("; ")}.`}
      x={{ label: "mean distance to the nearest car, m", ...axisRange(judged.map(({ meanDistance }) => meanDistance), [0, Infinity]), format: metres }}
      y={{ label: "Covered", ...axisRange(judged.map(({ coverage }) => coverage), [0, 1]), format: percentTick }}
      points={judged.map(({ row, coverage, meanDistance }) => ({
        id: nameOf(row),
        name: nameOf(row),
        x: meanDistance,
        y: coverage,
        group: groups.indexOf(row.predictor),
        hollow: row.objective === "coverage",
      }))}
      groups={groups}
      fills={["least distance or targets", "most covered"]}
      lines={[{ name: "Pareto", points: best.map(({ coverage, meanDistance }) => ({ x: meanDistance, y: coverage })), step: true }]}
      chosen={chosen && nameOf(chosen)}
      onChoose={(id) => onChoose(rows.find((row) => nameOf(row) === id)!)}
    />
  );
}
