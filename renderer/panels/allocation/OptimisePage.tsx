// Patrol allocation: cars, reach, tiles; what is covered, and the proof.

import { useState } from "react";
import { sameFilter } from "../../../core/incidents/sameFilter.ts";
import { runAllocation } from "../../actions/allocation.ts";
import { attempt } from "../../actions/messages.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, metres, percent } from "../../ui/format.ts";

const FORMULA =
  "Maximal covering (Church and ReVelle 1974; Brandt et al. 2022, (1) to (3)): the share of incidents in tiles whose centre is " +
  "within reach of the centre of a tile with a car. No other places for as many cars cover more where it is proved; where the time limit ends the search first, the best found stands with its bound.";

export function OptimisePage() {
  const filtered = useStore((state) => state.filtered);
  const coverage = useStore((state) => state.coverage);
  const stale = useStore((state) => state.coverage !== null && !sameFilter(state.coverage.filter, state.filter));
  const [vehicles, setVehicles] = useState(10);
  const [radius, setRadius] = useState(500);
  const [tile, setTile] = useState(300);
  const [timeLimit, setTimeLimit] = useState(120);
  if (!filtered) {
    return <div className="empty"><p>Load incidents first; then cars can be posted so that most of them are within reach.</p></div>;
  }
  return (
    <>
      <div className="section">
        <h3>Post cars to cover {count(filtered.x.length)} incidents</h3>
        <NumberInput label="Cars" min={1} max={500} value={vehicles} onChange={setVehicles} />
        <NumberInput label="Reach" unit="m" min={10} max={20000} value={radius} onChange={setRadius} />
        <NumberInput label="Tile" unit="m" min={50} max={5000} value={tile} onChange={setTile} />
        <NumberInput label="Time limit" unit="s" min={1} max={3600} value={timeLimit} onChange={setTimeLimit} />
        <div className="actions">
          <Button look="primary" onPress={() => void attempt("Patrol allocation", () => runAllocation({ vehicles, radius, tile, timeLimit }))}>
            Find the best places
          </Button>
        </div>
      </div>
      {coverage && (
        <div className="section">
          <h3>On the map {stale && <span className="chip warn">made with another filter</span>}</h3>
          <dl className="facts">
            <dt>Cars</dt><dd>{count(coverage.vehicles.length)}</dd>
            <dt>Reach</dt><dd>{metres(coverage.radius)}</dd>
            <dt>Tiles</dt><dd>{count(coverage.tiles)} of {metres(coverage.tile)}</dd>
            <dt><Explained text={FORMULA}>Incidents covered</Explained></dt><dd>{percent(coverage.share, 2)} of {count(coverage.incidents)}</dd>
            <dt>Proof</dt>
            <dd className={coverage.proven ? "good" : "warn"}>
              {coverage.proven ? "the best possible" : `at most ${percent(coverage.boundShare, 2)} is possible`}
            </dd>
          </dl>
          <div className="actions"><Button onPress={() => useStore.setState({ coverage: null })}>Take it off the map</Button></div>
        </div>
      )}
    </>
  );
}
