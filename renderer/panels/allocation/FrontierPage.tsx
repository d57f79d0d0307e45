// The trade-off between coverage and mean distance for a fleet: every allocation that is not worse in both.

import { FRONTIER_JOB, runFrontier } from "../../actions/frontier.ts";
import { attempt } from "../../actions/messages.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { AskedFor } from "./AskedFor.tsx";
import { FrontierView } from "./FrontierView.tsx";

const HOW =
  "Min mean distance + μ · (share not covered) is a p-median for every μ; its optima over all μ are found by halving (Aneja and Nair 1979), each with a proved bound, so that the bounds together enclose all allocations. " +
  "What lies between two of them is searched by the ε-constraint method: exactly where there are few tiles, else among the good allocations met.";

export function FrontierPage() {
  const frontier = useStore((state) => state.frontier);
  const running = useStore((state) => state.jobs.some(({ title }) => title === FRONTIER_JOB));
  return (
    <>
      <div className="section">
        <h3><Explained text={HOW}>Coverage against mean distance</Explained></h3>
        <AskedFor fleet="Cars" />
        <div className="actions">
          <Button look="primary" isDisabled={running} onPress={() => void attempt(FRONTIER_JOB, runFrontier)}>{running ? "Being searched …" : "Find the trade-off"}</Button>
        </div>
      </div>
      {frontier && <FrontierView frontier={frontier} />}
    </>
  );
}
