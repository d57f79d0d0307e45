// After a vehicle was moved by hand: how far from the best that is, what the best move would be, and the way back.

import { undoMove } from "../../actions/moveVehicle.ts";
import { MEASURES, objectiveOf } from "../../allocationMeasure.ts";
import { postingOf, type ShownAllocation } from "../../shownAllocation.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { metres, percent } from "../../ui/format.ts";

export function MovesView({ shown }: { readonly shown: ShownAllocation }) {
  if (!shown.byHand) return <p className="muted hint">Drag a vehicle on the map, or select it and press the arrow keys: the numbers follow.</p>;
  return (
    <>
      <Distance shown={shown} />
      <div className="actions"><Button isDisabled={shown.before === null} onPress={undoMove}>Undo the move</Button></div>
    </>
  );
}

/** From what the search found, in the objective's own unit. */
function Distance({ shown }: { readonly shown: ShownAllocation }) {
  const drag = useStore((state) => state.vehicleDrag);
  const { request, proof } = shown;
  if (!proof) return null;
  const measure = MEASURES[request.plan.objective];
  const { totalWeight } = postingOf(request);
  const read = (of: number): number => measure.read(of, totalWeight);
  const live = drag && request.plan.objective === "coverage" ? drag.coverage : drag && request.plan.objective === "distance" ? drag.meanDistance : read(objectiveOf(shown));
  const away = measure.better === "higher" ? read(proof.objective) - live : live - read(proof.objective);
  const least = measure.better === "higher" ? read(proof.bound) - live : live - read(proof.bound);
  const words = (by: number): string => (measure.better === "higher" ? `${percent(Math.abs(by), 2)} of the demand` : metres(Math.abs(by)));
  return (
    <p role="status">
      {Math.abs(away) < 1e-9 ? "As good as the best found" : `${words(away)} ${away > 0 ? "worse" : "better"} than the best found`}
      {!proof.proven && `, at most ${words(least)} from the best possible`}.
    </p>
  );
}
