// A proposed set of hexagons against the one placed by hand and the best cells of the fixed tessellation, and its taking over.

import { useDeferredValue, useMemo } from "react";
import { pairHexagons, centreDistance } from "../../../core/hotspots/pairHexagons.ts";
import { spacingViolations } from "../../../core/hotspots/spacing.ts";
import { gapOf } from "../../../core/patrol/posting/allocation.ts";
import { takeHexagons } from "../../../core/plan/edits/takeHexagons.ts";
import { attempt } from "../../actions/messages.ts";
import { takePlacement } from "../../actions/placement.ts";
import type { ShownPlacement } from "../../shownDesign.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, metres, percent, signed } from "../../ui/format.ts";
import { StaleNotice } from "./StaleNotice.tsx";

const GAP = "(bound − inside) ÷ bound. The bound is proved for every set of as many hexagons in all places and rotations that keeps the rules.";
const VIOLATIONS = "Spacing rules that the whole plan breaks with these hexagons in it: buffers that overlap, exclusions that are touched.";
const GREEDY = "The cells of the tessellation with most inside, taken in their order wherever all distances are kept.";

export function PlacementView({ placement }: { readonly placement: ShownPlacement }) {
  const { asked, found, standing, stopped, replaced, side } = placement;
  const unit = asked.counts === "harm" ? "days of harm" : "incidents";
  const { hexagons, objective, bound, gap, greedy, finished, lockedInside } = found;
  return (
    <div className="section">
      <h3>
        {hexagons.length} hexagons proposed
        {stopped && <span className="chip">stopped</span>}
      </h3>
      <StaleNotice of={placement} />
      <p className={gap === 0 ? "good" : ""}>
        {gap === 0 ? "The best possible" : `Within ${percent(gap)} of the best possible`}: {count(objective)} {unit} inside, at most {count(bound)}.
        {greedy.objective > 0 && ` ${signed(100 * (objective / greedy.objective - 1), 1)} % against the fixed tessellation.`}
      </p>
      <p className="muted hint">
        Edge {metres(side)}, {asked.rotate ? "any rotation" : "not turned"}, seed {asked.seed}
        {stopped ? ", ended by hand" : finished === "time" ? `, ended after ${count(asked.seconds)} s` : ""}
        {standing > 0 && `; ${standing} hotspots stay with ${count(lockedInside)} ${unit}`}.
      </p>
      {hexagons.length < asked.k && <p className="muted">No more than {hexagons.length} of {asked.k} hexagons were found that keep the rules and hold anything.</p>}
      <Comparison placement={placement} />
      <BrokenNow placement={placement} />
      <div className="actions">
        <Button look="primary" onPress={() => void attempt("Taking over", () => takePlacement(placement))}>
          {replaced.length > 0 ? `Replace ${replaced.length} hotspots` : `Add ${hexagons.length} hotspots`}
        </Button>
        <Button onPress={() => useStore.setState({ placement: null })}>Take it off the map</Button>
      </div>
      {replaced.length > 0 && <Pairs placement={placement} />}
    </div>
  );
}

/** The plan may have changed since the search: what stands in the way of the set by now. */
function BrokenNow({ placement: { found, replaced, violations } }: { readonly placement: ShownPlacement }) {
  const plan = useDeferredValue(useStore(committedPlan));
  const broken = useMemo(
    () => spacingViolations(takeHexagons(plan, found.hexagons, replaced.map(({ id }) => id)).plan).length - violations.proposed,
    [plan, found, replaced, violations],
  );
  return broken > 0 ? <p className="notice" role="status">The plan has changed since: taken over now, the set would break {broken} more {broken === 1 ? "rule" : "rules"}.</p> : null;
}

function Comparison({ placement: { found, replaced, violations, asked } }: { readonly placement: ShownPlacement }) {
  const { hexagons, objective, bound, greedy, start, total } = found;
  const byHand = start?.objective ?? (asked.counts === "incidents" ? replaced.reduce((sum, { inside }) => sum + inside, 0) : null);
  const rows = [
    { name: "By hand", explained: "As the hotspots stood that the set would replace.", hexagons: replaced.length, inside: byHand, violations: violations.byHand },
    { name: "Greedy", explained: GREEDY, hexagons: greedy.hexagons.length, inside: greedy.objective, violations: violations.greedy },
    { name: "Proposed", explained: "As found by the search.", hexagons: hexagons.length, inside: objective, violations: violations.proposed },
  ].filter((row) => row.hexagons > 0);
  return (
    <table className="table tight" aria-label="Sets compared">
      <thead>
        <tr>
          <th scope="col">Set</th>
          <th scope="col" className="number">Hexagons</th>
          <th scope="col" className="number">Inside</th>
          <th scope="col" className="number">Share</th>
          <th scope="col" className="number"><Explained text={VIOLATIONS}>Broken</Explained></th>
          <th scope="col" className="number"><Explained text={GAP}>Gap</Explained></th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          // The bound says nothing of a set that breaks the rules, or of a larger one.
          const bounded = row.inside !== null && row.violations === 0 && row.hexagons <= asked.k;
          return (
            <tr key={row.name}>
              <th scope="row"><Explained text={row.explained}>{row.name}</Explained></th>
              <td className="number">{row.hexagons}</td>
              <td className="number">{row.inside === null ? "–" : count(row.inside)}</td>
              <td className="number">{row.inside === null || total === 0 ? "–" : percent(row.inside / total)}</td>
              <td className="number">{row.violations}</td>
              <td className="number">{bounded ? percent(gapOf({ objective: row.inside ?? 0, bound, proven: false })) : "–"}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Pairs({ placement: { found, replaced } }: { readonly placement: ShownPlacement }) {
  const pairs = useMemo(() => pairHexagons(replaced.map(({ shape }) => shape), found.hexagons), [replaced, found]);
  return (
    <details>
      <summary>Hexagon by hexagon</summary>
      <Scroll name="Hexagon by hexagon" tall>
        <table className="table tight" aria-label="Hexagon by hexagon">
          <thead>
            <tr><th scope="col">Hotspot</th><th scope="col" className="number">Moved</th><th scope="col" className="number">By hand</th><th scope="col" className="number">Proposed</th><th scope="col" className="number">Gained</th></tr>
          </thead>
          <tbody>
            {pairs.map(({ from, to }) => {
              const was = from === null ? null : replaced[from];
              const inside = to === null ? null : found.inside[to];
              return (
                <tr key={`${from} ${to}`}>
                  <th scope="row">{was?.name ?? "new"}</th>
                  <td className="number">{was && to !== null ? metres(centreDistance(was.shape.centre, found.hexagons[to].centre)) : was ? "given up" : "–"}</td>
                  <td className="number">{was ? count(was.inside) : "–"}</td>
                  <td className="number">{inside === null ? "–" : count(inside)}</td>
                  <td className="number">{signed((inside ?? 0) - (was?.inside ?? 0), 0)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
