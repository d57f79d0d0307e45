// Two rates of events over their exposure.

import { useMemo, useState } from "react";
import { compareRates } from "../../../../core/trial/evaluate/compareRates.ts";
import { resultLines } from "../../../../core/trial/evaluate/resultLines.ts";
import { NumberInput } from "../../../ui/NumberInput.tsx";
import { ArmFields } from "./ArmFields.tsx";
import { Change } from "./Change.tsx";
import { ComparisonLines } from "./ComparisonLines.tsx";

/** Violent crimes of the Thames Valley report, as its means and its 8.74 % imply them. */
const START = { treatmentEvents: 548, treatmentExposure: 2874, controlEvents: 603, controlExposure: 2886 };

export function RatesTable({ level }: { readonly level: number }) {
  const [rates, setRates] = useState(START);
  const set = (change: Partial<typeof START>): void => setRates((before) => ({ ...before, ...change }));
  const found = useMemo(() => compareRates(rates, level), [rates, level]);
  return (
    <>
      <div className="section">
        <ArmFields name="Treatment">
          <NumberInput label="Location-days" min={0.0001} max={1e9} digits={4} value={rates.treatmentExposure} onChange={(treatmentExposure) => set({ treatmentExposure })} />
          <NumberInput label="Events" min={0} max={1e6} value={rates.treatmentEvents} onChange={(treatmentEvents) => set({ treatmentEvents })} />
        </ArmFields>
        <ArmFields name="Control">
          <NumberInput label="Location-days" min={0.0001} max={1e9} digits={4} value={rates.controlExposure} onChange={(controlExposure) => set({ controlExposure })} />
          <NumberInput label="Events" min={0} max={1e6} value={rates.controlEvents} onChange={(controlEvents) => set({ controlEvents })} />
        </ArmFields>
        {rates === START && <p className="muted hint">Violent crimes of the Thames Valley report, until you type your own.</p>}
      </div>
      <ComparisonLines lines={resultLines(found, "rate")} level={level} lead={<Change share={found.change} of="count" />} cautions={found.cautions} file="two-rates.csv" />
    </>
  );
}
