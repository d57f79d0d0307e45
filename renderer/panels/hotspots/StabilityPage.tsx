// Whether a place lasts: its counts by year and month, its busiest days, its hours, its trend.

import { useState } from "react";
import { attempt } from "../../actions/messages.ts";
import { runStability, STABILITY_JOB } from "../../actions/stability.ts";
import { shownFind } from "../../shownFind.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Segments } from "../../ui/Choice.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Refused } from "../Refused.tsx";
import { StabilityStrips } from "./StabilityStrips.tsx";

export function StabilityPage() {
  const precision = useStore((state) => state.incidents?.table.precision ?? null);
  const hotspots = useStore((state) => committedPlan(state).hotspots);
  const selected = useStore((state) => hotspots.filter(({ id }) => state.selection.includes(id)).length);
  const named = useStore((state) => shownFind(state)?.found.agreement.length ?? 0);
  const shown = useStore((state) => state.stability);
  const running = useStore((state) => state.jobs.some(({ title }) => title === STABILITY_JOB));
  const [chosen, setChosen] = useState<"hotspots" | "cells" | null>(null);
  const [n, setN] = useState(50);
  const of = chosen ?? (hotspots.length > 0 ? "hotspots" : "cells");
  if (precision === null) return <div className="empty"><p>Load incidents first; then hotspots and cells can be asked whether they last.</p></div>;
  if (precision === "none") return <div className="section"><Refused precision={precision} /></div>;
  return (
    <>
      <div className="section">
        <h3>Does a place last?</h3>
        <Segments label="Places" value={of} options={[{ value: "hotspots", label: "Hotspots" }, { value: "cells", label: "Named cells" }]} onChange={setChosen} />
        {of === "cells"
          ? <NumberInput label="The first" unit="cells" min={1} max={500} value={n} onChange={setN} hint={named === 0 ? "compare the methods on the Find page first" : "of the agreement on the Find page"} />
          : <p className="muted hint">{selected > 0 ? `The ${selected} selected` : `All ${hotspots.length}; select some to ask for them alone`}.</p>}
        <div className="actions">
          <Button look="primary" isDisabled={running || (of === "cells" ? named === 0 : hotspots.length === 0)} onPress={() => void attempt(STABILITY_JOB, () => runStability(of, n))}>
            {running ? "Being counted …" : "Show how they last"}
          </Button>
        </div>
      </div>
      {shown && <StabilityStrips shown={shown} />}
    </>
  );
}
