// Two proportions of location-days, typed in and compared at once.

import { useMemo, useState } from "react";
import { compareProportions } from "../../../../core/trial/evaluate/compareProportions.ts";
import { resultLines } from "../../../../core/trial/evaluate/resultLines.ts";
import { NumberInput } from "../../../ui/NumberInput.tsx";
import { ArmFields } from "./ArmFields.tsx";
import { Change } from "./Change.tsx";
import { ComparisonLines } from "./ComparisonLines.tsx";

/** All crime of the Thames Valley report's figure 9, until other numbers are typed. */
const START = { treatmentYes: 825, treatmentN: 2874, controlYes: 846, controlN: 2886 };

export function ProportionsTable({ level }: { readonly level: number }) {
  const [counts, setCounts] = useState(START);
  const set = (change: Partial<typeof START>): void => setCounts((before) => {
    const { treatmentYes, treatmentN, controlYes, controlN } = { ...before, ...change };
    // No more with a crime than there are.
    return { treatmentYes: Math.min(treatmentYes, treatmentN), treatmentN, controlYes: Math.min(controlYes, controlN), controlN };
  });
  const found = useMemo(() => compareProportions(counts, level), [counts, level]);
  return (
    <>
      <div className="section">
        <ArmFields name="Treatment">
          <NumberInput label="Location-days" min={1} max={1e6} value={counts.treatmentN} onChange={(treatmentN) => set({ treatmentN })} />
          <NumberInput label="With a crime" min={0} max={counts.treatmentN} value={counts.treatmentYes} onChange={(treatmentYes) => set({ treatmentYes })} />
        </ArmFields>
        <ArmFields name="Control">
          <NumberInput label="Location-days" min={1} max={1e6} value={counts.controlN} onChange={(controlN) => set({ controlN })} />
          <NumberInput label="With a crime" min={0} max={counts.controlN} value={counts.controlYes} onChange={(controlYes) => set({ controlYes })} />
        </ArmFields>
        {counts === START && <p className="muted hint">All crime of the Thames Valley report, figure 9, until you type your own.</p>}
      </div>
      <ComparisonLines lines={resultLines(found, "prevalence")} level={level} lead={<Change share={found.change} of="prevalence" />} cautions={found.cautions} file="two-proportions.csv" />
    </>
  );
}
