// The slot on the map: which, what was predicted, what happened; and what all of them were made with.

import { dayInWords } from "../../../core/forecast/windowInWords.ts";
import { PREDICTOR_NAMES, showSlot } from "../../actions/slotForecast.ts";
import { density } from "../../layers/forecastLegend.ts";
import { slotBlock, slotDay } from "../../../core/forecast/slots/slotInWords.ts";
import { changedSince } from "../../madeFrom.ts";
import type { ShownSlots } from "../../shownSlots.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { SliderInput } from "../../ui/SliderInput.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, decimal, metres, percent } from "../../ui/format.ts";

const DAY = 86_400_000;
const DENSITY =
  "δ(l, t) = Σⱼ exp(−|c_l − s_j|² / 2h²) / 2πh² over the incidents j of slot t, at the tile's centre c_l: incidents per km² per slot (Brandt et al. 2022, 3.1). The predictor is fitted to it, and predicts it. Not divided by the number of incidents.";
const NEGATIVE =
  "A sum with negative coefficients, and boosting, can fall below zero where next to nothing happens. Such tiles keep their place in the order for the AUC and are drawn as clear as zero; to post cars, the paper sets them to zero (Brandt et al. 2022, 3.2).";
const AUC = "AUC = Σ ½ (s(A_l−1) + s(A_l)) a_l: tiles in order of the prediction, s the share of the slot's incidents in the first l of them, by the trapezoid rule, ties averaged (Brandt et al. 2022, 3.1). 0.5 is chance.";

export function SlotsMap({ shown }: { readonly shown: ShownSlots }) {
  const at = useStore((state) => state.slotAt);
  // A string, so that the selector's answer can be compared.
  const stale = useStore((state) => changedSince(shown, state).join(" and "));
  const { slots, plan, predicted } = shown;
  const { slot, events, auc, highest, lowest, negative } = slots[at];
  const isRandom = plan.predictor.kind === "random";
  const value = (of: number): string => `${of < 0 ? "−" : ""}${density(Math.abs(of))}`;
  return (
    <>
      <div className="section">
        <h3>{dayInWords(predicted.from)}{plan.days > 1 && ` to ${dayInWords(predicted.to - DAY)}`}</h3>
        {stale !== "" && <p className="notice" role="status">Stale: {stale} changed since it was made.</p>}
        <SliderInput label="Slot" unit="" min={0} max={slots.length - 1} value={at} onChange={showSlot} format={(i) => `${i + 1} of ${slots.length}`} />
        <p className="muted hint" aria-live="polite">{slotDay(shown, slot)}, {slotBlock(slot)}</p>
        <dl className="facts">
          <dt>Incidents that happened</dt><dd>{count(events)}</dd>
          <dt><Explained text={AUC}>AUC of the slot</Explained></dt><dd>{auc === null ? "none: no incident" : decimal(auc, 3)}</dd>
          <dt><Explained text={DENSITY}>{isRandom ? "Highest tile, a random number" : "Highest tile, per km² per slot"}</Explained></dt><dd>{value(highest)}</dd>
          <dt><Explained text={NEGATIVE}>Tiles below zero</Explained></dt>
          <dd>{negative === 0 ? "none" : `${count(negative)} (${percent(negative / shown.cells.length, 0)})`}</dd>
          {negative > 0 && <><dt>Lowest tile, per km² per slot</dt><dd>{value(lowest)}</dd></>}
        </dl>
      </div>
      <details className="section">
        <summary>As it was made</summary>
        <dl className="facts">
          <dt>Predictor</dt><dd>{PREDICTOR_NAMES[plan.predictor.kind].toLowerCase()}</dd>
          <dt>Training</dt><dd>{plan.trainingDays} days, anew every {plan.refitDays === 1 ? "day" : `${plan.refitDays} days`}</dd>
          <dt>Incidents, with the four weeks before</dt><dd>{count(shown.incidents)}</dd>
          <dt>Bandwidth{plan.bandwidth === null && ", Silverman’s rule"}</dt><dd>{metres(shown.bandwidth)}</dd>
          {shown.layers.map(({ name, bandwidth }) => <Layer key={name} name={name} bandwidth={bandwidth} />)}
          <dt>Seed</dt><dd>{plan.seed}</dd>
        </dl>
        <p className="muted hint">{shown.studyRule}. The day of the last incident is left out: its slots may not be whole.</p>
        <div className="actions"><Button onPress={() => useStore.setState({ slots: null })}>Take it off the map</Button></div>
      </details>
    </>
  );
}

const Layer = ({ name, bandwidth }: { readonly name: string; readonly bandwidth: number }) => (
  <>
    <dt>Bandwidth of {name}</dt><dd>{metres(bandwidth)}</dd>
  </>
);
