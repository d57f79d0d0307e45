// Four-hour slots predicted from the densities before them, as in the San Francisco paper: settings, and what came of them.

import { useState } from "react";
import { attempt } from "../../actions/messages.ts";
import { runSlotForecast, SLOTS_JOB, type SlotSettings } from "../../actions/slotForecast.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Segments } from "../../ui/Choice.tsx";
import { CommitText } from "../../ui/CommitText.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count } from "../../ui/format.ts";
import { SlotsFit } from "./SlotsFit.tsx";
import { SlotsLayers } from "./SlotsLayers.tsx";
import { SlotsMap } from "./SlotsMap.tsx";
import { SlotsPredictor } from "./SlotsPredictor.tsx";
import { SlotsScores } from "./SlotsScores.tsx";

const PROTOCOL =
  "Six slots of four hours a day, from 02:00 on; what happens from 00:00 to 02:00 belongs to the day before. The predictor learns, on all tiles and slots of the training days, " +
  "the density of a slot from the mean density of the four weeks before it and those of a week (t − 42), a day (t − 6) and one slot (t − 1) before; then it is asked for the six slots of the next day (Brandt et al. 2022, 3.1 and 4.1).";
const SILVERMAN = "Silverman's rule, 0.9 min(sd, IQR/1.34) n^(−1/5) for each axis, on the incidents before the first predicted day; the geometric mean of both axes, because the kernel is round.";

interface Props {
  readonly settings: SlotSettings;
  readonly onChange: (settings: SlotSettings) => void;
  readonly incidents: number;
}

export function SlotsPage({ settings, onChange, incidents }: Props) {
  const shown = useStore((state) => state.slots);
  const running = useStore((state) => state.jobs.some(({ title }) => title === SLOTS_JOB));
  // Out of the way once there is something to look at, until the person says otherwise.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? shown === null;
  const change = (patch: Partial<SlotSettings>): void => onChange({ ...settings, ...patch });
  const run = (): void =>
    void attempt(SLOTS_JOB, async () => {
      await runSlotForecast(settings);
      setChosen(null);
    });
  return (
    <>
      <details className="section" open={open}>
        <summary
          onClick={(event) => {
            event.preventDefault();
            setChosen(!open);
          }}
        >
          Predict slots from {count(incidents)} incidents
        </summary>
        <p className="muted hint"><Explained text={PROTOCOL}>The last days, each slot from those before it</Explained></p>
        <SlotsPredictor predictor={settings.predictor} onChange={(predictor) => change({ predictor })} />
        <NumberInput label="Predicted" unit="last days" min={1} max={366} value={settings.days} onChange={(days) => change({ days })} />
        <NumberInput label="Training" unit="days" min={1} max={366} value={settings.trainingDays} onChange={(trainingDays) => change({ trainingDays })} />
        <NumberInput label="Fitted anew every" unit="days" min={1} max={366} value={settings.refitDays} onChange={(refitDays) => change({ refitDays })} />
        <NumberInput label="Tile" unit="m" min={50} max={5000} value={settings.tile} onChange={(tile) => change({ tile })} />
        <Segments
          label="Bandwidth"
          value={settings.bandwidth === null ? "suggested" : "typed"}
          options={[{ value: "suggested", label: "Suggested" }, { value: "typed", label: "Typed" }]}
          onChange={(how) => change({ bandwidth: how === "typed" ? (shown?.bandwidth ?? settings.tile) : null })}
        />
        {settings.bandwidth === null ? (
          <p className="muted hint"><Explained text={SILVERMAN}>By Silverman&rsquo;s rule</Explained></p>
        ) : (
          <NumberInput label="Bandwidth" unit="m" min={10} max={50_000} value={settings.bandwidth} onChange={(bandwidth) => change({ bandwidth })} />
        )}
        <CommitText label="Seed" value={`${settings.seed}`} onCommit={(seed) => change({ seed: /^\d{1,15}$/.test(seed) ? Number.parseInt(seed, 10) : seed })} />
      </details>
      {open && (
        <>
          <SlotsLayers settings={settings} onChange={change} />
          <div className="section">
            <div className="actions"><Button look="primary" isDisabled={running} onPress={run}>{running ? "Being predicted …" : "Predict the slots"}</Button></div>
          </div>
        </>
      )}
      {shown && (
        <>
          <SlotsMap shown={shown} />
          <SlotsScores shown={shown} />
          <SlotsFit shown={shown} />
        </>
      )}
    </>
  );
}
