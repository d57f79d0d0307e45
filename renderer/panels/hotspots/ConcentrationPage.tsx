// How concentrated crime is, and how near the plan comes to the best possible.

import { useState } from "react";
import { CONCENTRATION_JOB, measureConcentration } from "../../actions/concentration.ts";
import { attempt } from "../../actions/messages.ts";
import type { ShownConcentration } from "../../shownDesign.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Segments } from "../../ui/Choice.tsx";
import { metres } from "../../ui/format.ts";
import { ConcentrationView } from "./ConcentrationView.tsx";

export function ConcentrationPage() {
  const hasIncidents = useStore((state) => state.filtered !== null);
  const side = useStore((state) => committedPlan(state).side);
  const hasHarm = useStore((state) => committedPlan(state).harm !== null);
  const running = useStore((state) => state.jobs.some(({ title }) => title === CONCENTRATION_JOB));
  const shown = useStore((state) => state.concentration);
  const [counts, setCounts] = useState<ShownConcentration["counts"]>("incidents");
  if (!hasIncidents) return <div className="empty"><p>Load incidents first; then it can be told how few places hold most of them.</p></div>;
  return (
    <>
      <div className="section">
        <h3>Concentration of crime</h3>
        <p className="muted hint">Over hexagons of {metres(side)} edge (Find), with the hotspots and patrol areas as they stand.</p>
        {hasHarm && <Segments label="Of" value={counts} options={[{ value: "incidents", label: "Incidents" }, { value: "harm", label: "Harm" }]} onChange={setCounts} />}
        <div className="actions">
          <Button look="primary" isDisabled={running} onPress={() => void attempt(CONCENTRATION_JOB, () => measureConcentration(hasHarm ? counts : "incidents"))}>Measure it</Button>
        </div>
      </div>
      {shown && <ConcentrationView shown={shown} />}
    </>
  );
}
