// After a vehicle was moved by hand: how far from the best that is, what the best move would be, and the way back.

import { keepAllocation } from "../../actions/allocation.ts";
import { attempt, say } from "../../actions/messages.ts";
import { doBestMove, moveMeasure, undoMove } from "../../actions/moveVehicle.ts";
import { MEASURES, objectiveOf } from "../../allocationMeasure.ts";
import { postingOf, siteAt, type ShownAllocation } from "../../shownAllocation.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { count, metres, percent } from "../../ui/format.ts";

export function MovesView({ shown }: { readonly shown: ShownAllocation }) {
  const isDragged = useStore((state) => state.vehicleDrag !== null);
  if (!shown.byHand && isDragged) return <DistanceToBest shown={shown} />;
  if (!shown.byHand) return <p className="muted hint">Drag a vehicle on the map, or select it and press the arrow keys: the numbers follow.</p>;
  const { capacity } = postingOf(shown.request).limits;
  const misplaced = shown.chosen.reduce((sum, site) => sum + (capacity[site] === 0 ? 1 : 0), 0);
  return (
    <>
      <DistanceToBest shown={shown} />
      {misplaced > 0 && <p className="warn hint">{count(misplaced)} where no vehicle may stand.</p>}
      <BestMoveLine shown={shown} />
    </>
  );
}

/** From what the search found, in the objective's own unit; live while a vehicle is dragged. */
function DistanceToBest({ shown }: { readonly shown: ShownAllocation }) {
  const drag = useStore((state) => state.vehicleDrag);
  const { request, proof } = shown;
  if (!proof) return null;
  const { objective } = request.plan;
  const measure = MEASURES[objective];
  const read = (amount: number): number => measure.read(amount, shown);
  const now = drag && objective === "coverage" ? drag.coverage : drag && objective === "distance" ? drag.meanDistance : read(objectiveOf(shown));
  const shortOf = (best: number): number => (measure.better === "higher" ? read(best) - now : now - read(best));
  const away = shortOf(proof.objective);
  const words = (by: number): string => (measure.better === "higher" ? `${percent(Math.abs(by), 2)} of the demand` : metres(Math.abs(by)));
  return (
    <p role="status">
      {Math.abs(away) < 1e-9 ? "As good as the best found" : `${words(away)} ${away > 0 ? "worse" : "better"} than the best found`}
      {!proof.proven && `, at most ${words(shortOf(proof.bound))} from the best possible`}.
    </p>
  );
}

function BestMoveLine({ shown }: { readonly shown: ShownAllocation }) {
  const best = useStore((state) => (state.bestMove?.of === shown ? state.bestMove : null));
  const byCoverage = moveMeasure(shown) === "coverage";
  const { request, chosen, kinds } = shown;
  const move = best?.move;
  return (
    <>
      {move && (
        <p>
          Best move: {postingOf(request).kinds[kinds[move.vehicle]].name} {move.vehicle + 1} by {metres(apart(shown, chosen[move.vehicle], move.site))},{" "}
          {byCoverage ? `${percent(move.gain, 2)} of the demand more` : `mean distance ${metres(move.gain)} less`}.
        </p>
      )}
      {best && !move && <p>No single move gains {byCoverage ? "coverage" : "mean distance"}.</p>}
      <div className="actions">
        <Button isDisabled={!move} onPress={doBestMove}>Do the best move</Button>
        <Button isDisabled={shown.before === null} onPress={undoMove}>Undo the move</Button>
        <Button onPress={() => void attempt("Keeping the allocation", () => keep(shown))}>Keep it in the project</Button>
      </div>
    </>
  );
}

async function keep(shown: ShownAllocation): Promise<void> {
  await keepAllocation(shown);
  say("info", "Kept in the project: File > Results and how they were made.");
}

function apart({ request }: ShownAllocation, from: number, to: number): number {
  const a = siteAt(request, from), b = siteAt(request, to);
  return Math.hypot(a.x - b.x, a.y - b.y);
}
