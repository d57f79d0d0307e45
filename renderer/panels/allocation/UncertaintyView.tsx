// In how many draws each place is chosen, and two allocations for all draws with their values in each.

import { tailSize, type RobustAllocation } from "../../../core/patrol/robust/robust.ts";
import { putOnMap } from "../../actions/putOnMap.ts";
import { axisRange } from "../../charts/axisRange.ts";
import { LineChart } from "../../charts/LineChart.tsx";
import { percentTick } from "../../charts/percentTick.ts";
import { requestFor } from "../../requestFor.ts";
import type { ShownUncertainty } from "../../shownExplorations.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, decimal, metres, percent } from "../../ui/format.ts";
import { ChoiceTable, type Column } from "../../ui/ChoiceTable.tsx";
import { MadeFor } from "./MadeFor.tsx";

const CHOSEN = "In how many of the draws the best allocation has a car in this tile: 100 % is sure whatever the parameters, a low share a near tie with its neighbours.";
/** Rows of the table of places. */
const MOST_PLACES = 40;

interface Candidate extends RobustAllocation {
  readonly name: string;
}

export function UncertaintyView({ shown }: { readonly shown: ShownUncertainty }) {
  const onMap = useStore((state) => state.allocation?.chosen);
  const { request, draws, frequency, average, cautious, objective, tail } = shown;
  const worst = tailSize(draws.length, tail);
  const candidates: readonly Candidate[] = [{ name: "Average", ...average }, { name: "Cautious", ...cautious }];
  const inUnit = (value: number): string => (objective === "coverage" ? percent(value, 2) : metres(value));
  const short = (value: number): string => (objective === "coverage" ? `${decimal(100 * value, 2)} points` : metres(value));
  const columns: readonly Column<Candidate>[] = [
    { head: "mean", text: "Mean over all draws of the covered share, or of the mean distance.", order: ({ mean }) => mean, words: ({ mean }) => inUnit(mean) },
    { head: "worst", text: `Mean over its ${worst === 1 ? "worst draw" : `${worst} worst draws`} of ${draws.length} (conditional value at risk).`, order: ({ tailMean }) => tailMean, words: ({ tailMean }) => inUnit(tailMean) },
    { head: "regret", text: "How much worse than the best known of each draw, mean over the draws; the most in any draw on hover.", order: ({ regret }) => regret.mean, words: ({ regret }) => short(regret.mean), more: ({ regret }) => `at most ${short(regret.worst)}` },
  ];
  const places = Array.from(frequency, (times, site) => ({ site, times })).filter(({ times }) => times > 0).sort((a, b) => b.times - a.times || a.site - b.site);
  const always = places.filter(({ times }) => times === draws.length).length;
  return (
    <>
      <div className="section">
        <h3>{count(draws.length)} draws</h3>
        <MadeFor request={request} />
        <dl className="facts">
          <dt><Explained text={CHOSEN}>Tiles chosen in every draw</Explained></dt><dd>{count(always)} of {count(request.plan.vehicles)}</dd>
          <dt>Tiles chosen in some draw</dt><dd>{count(places.length)}</dd>
          <dt>Draws proved</dt><dd>{count(draws.filter(({ proven }) => proven).length)}</dd>
        </dl>
        <Scroll name="Places by how often they are chosen" tall>
          <table className="table tight" aria-label="Places by how often they are chosen">
            <thead>
              <tr>
                <th scope="col">Place</th>
                <th scope="col" className="number"><Explained text={CHOSEN}>draws</Explained></th>
                {candidates.map(({ name }) => <th key={name} scope="col" className="number">{name.toLowerCase()}</th>)}
              </tr>
            </thead>
            <tbody>
              {places.slice(0, MOST_PLACES).map(({ site, times }, i) => (
                <tr key={site}>
                  <th scope="row">{i + 1}</th>
                  <td className="number">{percent(times / draws.length, 0)}</td>
                  {candidates.map(({ name, chosen }) => <td key={name} className="number">{chosen.includes(site) ? "yes" : "–"}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        {places.length > MOST_PLACES && <p className="muted hint">The first {MOST_PLACES}; the map has all.</p>}
      </div>
      <div className="section">
        <h3>Two allocations for all draws</h3>
        <ChoiceTable
          name="Allocations for all draws"
          first="Best on"
          rows={candidates}
          columns={columns}
          nameOf={({ name }) => name}
          chosen={candidates.find(({ chosen }) => chosen === onMap) ?? null}
          onChoose={(candidate) => putOnMap({ request: requestFor(request, objective), ...candidate, title: `${candidate.name} of ${draws.length} draws`, proof: null })}
        />
        <p className="muted hint">
          Average: best on the mean of all draws, {proofOf(average, inUnit)}. Cautious: best on its {worst === 1 ? "worst draw" : `${worst} worst draws`}, {proofOf(cautious, inUnit)}.
        </p>
        <Spread candidates={candidates} objective={objective} inUnit={inUnit} />
        <div className="actions"><Button onPress={() => useStore.setState({ uncertainty: null })}>Take the shares off the map</Button></div>
      </div>
    </>
  );
}

const proofOf = ({ proven, bound }: RobustAllocation, inUnit: (value: number) => string): string => (proven ? "proved" : `no allocation is better than ${inUnit(bound)}`);

/** Each allocation's own draws from its worst to its best. */
function Spread({ candidates, objective, inUnit }: Pick<ShownUncertainty, "objective"> & { readonly candidates: readonly Candidate[]; readonly inUnit: (value: number) => string }) {
  const sign = objective === "coverage" ? 1 : -1;
  const series = candidates.map(({ name, values }) => ({
    name: name.toLowerCase(),
    x: Array.from(values, (_, i) => (i + 0.5) / values.length),
    y: Array.from(values).sort((a, b) => sign * (a - b)),
  }));
  const y = objective === "coverage" ? { label: "Covered", format: percentTick } : { label: "Mean distance, m" };
  return (
    <LineChart
      title={objective === "coverage" ? "Covered in each draw" : "Mean distance in each draw"}
      description={`Values of both allocations in the draws, each from its worst to its best: ${series.map(({ name, y: values }) => `${name} ${inUnit(values[0])} to ${inUnit(values[values.length - 1])}`).join("; ")}.`}
      x={{ label: "share of the draws, worst first", from: 0, to: 1, format: (share) => percent(share, 0) }}
      y={{ ...y, ...axisRange(series.flatMap(({ y: values }) => values)) }}
      series={series}
      digits={objective === "coverage" ? 4 : 1}
    />
  );
}
