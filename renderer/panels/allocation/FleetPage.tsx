// How many cars: coverage and mean distance of every fleet, and what one more car brings.

import { FLEET_JOB, runFleetSizes } from "../../actions/fleetSizes.ts";
import { attempt } from "../../actions/messages.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { AskedFor } from "./AskedFor.tsx";
import { FleetView } from "./FleetView.tsx";

const HOW =
  "For each fleet from the smallest that the rules allow a maximal covering and a p-median of its own, each begun from the fleet before and with its proved bound. " +
  "An allocation of a smaller fleet is one of a larger as well, so nothing gets worse as the fleet grows.";

export function FleetPage() {
  const fleet = useStore((state) => state.fleetSizes);
  const running = useStore((state) => state.jobs.some(({ title }) => title === FLEET_JOB));
  return (
    <>
      <div className="section">
        <h3><Explained text={HOW}>Every fleet up to a size</Explained></h3>
        <AskedFor fleet="Cars at most" />
        <div className="actions">
          <Button look="primary" isDisabled={running} onPress={() => void attempt(FLEET_JOB, runFleetSizes)}>{running ? "Being searched …" : "Try every fleet"}</Button>
        </div>
      </div>
      {fleet && <FleetView fleet={fleet} />}
    </>
  );
}
