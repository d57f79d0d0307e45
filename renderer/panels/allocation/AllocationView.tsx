// The allocation on the map: what it is worth, what is proved of it, what each vehicle is there for.

import { exportVehicles } from "../../actions/exportVehicles.ts";
import { attempt } from "../../actions/messages.ts";
import { MEASURES, provedGap } from "../../allocationMeasure.ts";
import { postingOf, type Proof, type ShownAllocation } from "../../shownAllocation.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, decimal, metres, percent } from "../../ui/format.ts";
import { MadeFor } from "./MadeFor.tsx";
import { MovesView } from "./MovesView.tsx";
import { VehicleTable } from "./VehicleTable.tsx";

const COVERED = "Σ δₗ over the tiles whose centre is within reach of the centre of a tile with a vehicle (the boundary included) ÷ Σ δₗ.";
const MEAN = "Σ δₗ d(l, nearest vehicle) ÷ Σ δₗ, in metres from tile centre to tile centre; with kinds, distances are divided by the kind’s speed.";
const LONGEST = "The longest distance from a tile with demand to its nearest vehicle.";
const ROADS = "From tile centre to tile centre: in a straight line, or straight to the nearest road, along roads in either direction, and straight from the road. Only the longest network that hangs together counts.";
const NEGATIVE = "Predictions below zero count as zero (Brandt et al. 2022, 3.2).";

export function AllocationView({ shown }: { readonly shown: ShownAllocation }) {
  const { request, title, proof, byHand } = shown;
  const { plan, demand, outside, roads } = request;
  const { negativeWeights } = postingOf(request);
  return (
    <>
      <div className="section">
        <h3>
          {title}
          {byHand && <span className="chip">moved by hand</span>}
          {proof?.stopped && !byHand && <span className="chip">stopped</span>}
        </h3>
        <MadeFor request={request} />
        <Worth shown={shown} />
        {proof && <ProofFacts shown={shown} proof={proof} />}
        <MovesView shown={shown} />
      </div>
      <VehicleTable shown={shown} />
      <details className="section">
        <summary>As it was made</summary>
        <dl className="facts">
          <dt>Demand outside the tiles</dt><dd>{amount(outside)} {demand.unit}</dd>
          {negativeWeights > 0 && <><dt><Explained text={NEGATIVE}>Tiles below zero</Explained></dt><dd>{count(negativeWeights)}, counted as 0</dd></>}
          <dt><Explained text={ROADS}>Distances</Explained></dt><dd>{roads === null ? "straight lines" : `along ${roads.name}`}</dd>
          {roads && <><dt>Tiles over 500 m from any</dt><dd>{count(roads.far)}</dd></>}
          {roads && <><dt>Roads apart from the rest</dt><dd>{metres(roads.leftOut)}</dd></>}
          {(plan.objective === "distance" || plan.objective === "targets") && <><dt>Gap asked for</dt><dd>{percent(plan.gap, 2)}</dd></>}
          <dt>Time limit</dt><dd>{count(plan.timeLimit)} s</dd>
        </dl>
        <div className="actions">
          <Button tip="The vehicles as GeoJSON points" onPress={() => void attempt("The export", () => exportVehicles(shown))}>Export</Button>
          <Button onPress={() => useStore.setState({ allocation: null, vehicle: null })}>Take it off the map</Button>
        </div>
      </details>
    </>
  );
}

const amount = (value: number): string => decimal(value, Number.isInteger(value) ? 0 : 3);

/** Live while a vehicle is dragged. */
function Worth({ shown: { value } }: { readonly shown: ShownAllocation }) {
  const drag = useStore((state) => state.vehicleDrag);
  const { coverage, meanDistance } = drag ?? value;
  return (
    <dl className="facts" aria-label="What it is worth">
      <dt><Explained text={COVERED}>Covered</Explained></dt><dd>{percent(coverage, 2)}</dd>
      <dt><Explained text={MEAN}>Mean distance</Explained></dt><dd>{MEASURES.distance.words(meanDistance)}</dd>
      <dt><Explained text={LONGEST}>Longest distance</Explained></dt><dd>{drag ? "…" : metres(value.longestDistance)}</dd>
    </dl>
  );
}

function ProofFacts({ shown, proof }: { readonly shown: ShownAllocation; readonly proof: Proof }) {
  const { request, byHand } = shown;
  const measure = MEASURES[request.plan.objective];
  const words = (amount: number): string => measure.words(measure.read(amount, shown));
  return (
    <dl className="facts">
      {(byHand || request.plan.objective === "targets") && <><dt><Explained text={measure.formula}>{byHand ? "Best found" : measure.name}</Explained></dt><dd>{words(proof.objective)}</dd></>}
      {!proof.proven && <><dt>{measure.better === "higher" ? "At most possible" : "At least needed"}</dt><dd>{words(proof.bound)}</dd></>}
      <dt><Explained text={measure.formula}>{byHand ? "Proof of the best found" : "Proof"}</Explained></dt>
      <dd className={proof.proven ? "good" : "warn"}>{proof.proven ? "the best possible" : `within ${percent(provedGap(shown), 2)} of the best possible`}</dd>
    </dl>
  );
}
