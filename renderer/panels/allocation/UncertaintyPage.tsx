// How sure the places are: an allocation for each draw of the forecast, and two for all of them.

import { useState } from "react";
import { attempt } from "../../actions/messages.ts";
import { ROBUST_JOB, runRobust, type RobustSettings } from "../../actions/robust.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Segments } from "../../ui/Choice.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { AskedFor } from "./AskedFor.tsx";
import { UncertaintyView } from "./UncertaintyView.tsx";

const HOW =
  "Each draw of the forecast's posterior is a surface that may be true. For each the best allocation as if it were sure; then one that is best on the mean of all draws, " +
  "and a cautious one that is best on the mean of its worst draws (conditional value at risk, Rockafellar and Uryasev 2000), each with its proved bound.";

/** About as many as the forecast's own map is averaged over. */
const START: RobustSettings = { objective: "coverage", draws: 50, tail: 0.1 };

export function UncertaintyPage() {
  const uncertainty = useStore((state) => state.uncertainty);
  const hasForecast = useStore((state) => state.forecast !== null);
  const running = useStore((state) => state.jobs.some(({ title }) => title === ROBUST_JOB));
  const [settings, setSettings] = useState(START);
  const change = (patch: Partial<RobustSettings>): void => setSettings({ ...settings, ...patch });
  return (
    <>
      <div className="section">
        <h3><Explained text={HOW}>Places over the draws of the forecast</Explained></h3>
        {hasForecast ? (
          <>
            <AskedFor fleet="Cars" demand="forecast" />
            <Segments
              label="Best by"
              value={settings.objective}
              options={[{ value: "coverage", label: "Coverage" }, { value: "distance", label: "Distance" }]}
              onChange={(objective) => change({ objective })}
            />
            <NumberInput label="Draws at most" min={2} max={200} value={settings.draws} onChange={(draws) => change({ draws })} />
            <NumberInput label="Worst draws" unit="%" min={1} max={100} value={Math.round(100 * settings.tail)} onChange={(tail) => change({ tail: tail / 100 })} />
            <div className="actions">
              <Button look="primary" isDisabled={running} onPress={() => void attempt(ROBUST_JOB, () => runRobust(settings))}>{running ? "Being searched …" : "Post cars in every draw"}</Button>
            </div>
          </>
        ) : (
          <p className="muted">Make a forecast first (Forecast, Make), with a model that estimates its bandwidths and the full integral: its draws say how sure each place is.</p>
        )}
      </div>
      {uncertainty && <UncertaintyView shown={uncertainty} />}
    </>
  );
}
