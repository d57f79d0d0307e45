// Displacement and diffusion from counts of target, control and their rings, before and after.

import { useMemo, useState } from "react";
import type { EffectSize } from "../../../../core/trial/evaluate/trialEvaluation.ts";
import { resultLines } from "../../../../core/trial/evaluate/resultLines.ts";
import { displacementDifference, displacementQuotient } from "../../../../core/trial/evaluate/weightedDisplacement.ts";
import { NumberInput } from "../../../ui/NumberInput.tsx";
import { ArmFields } from "./ArmFields.tsx";
import { ComparisonLines } from "./ComparisonLines.tsx";

const CAUTIONS = ["The variance takes crimes as independent (Poisson); clusters of crime make the true interval wider."];

/** Wheeler and Ratcliffe's example. */
const START = {
  target: { before: 207, after: 110 },
  control: { before: 308, after: 318 },
  ring: { before: 178, after: 157 },
  controlRing: { before: 150, after: 140 },
};

const PARTS = [["target", "Target"], ["ring", "Ring"], ["control", "Control"], ["controlRing", "Control's ring"]] as const;
const PERIODS = [["before", "Before"], ["after", "After"]] as const;

export function DisplacementTable({ level }: { readonly level: number }) {
  const [counts, setCounts] = useState(START);
  const found = useMemo(() => displacementDifference([{ weight: 1, ...counts }], level), [counts, level]);
  const { quotient, reading } = useMemo(() => displacementQuotient(counts), [counts]);
  const ratio: EffectSize | null = quotient === null ? null
    : { name: "Weighted displacement quotient", value: quotient, formula: "(Rₐ/Cₐ − R_b/C_b) / (Tₐ/Cₐ − T_b/C_b), R ring, T target, C control, a after, b before (Bowers and Johnson)", interval: null };
  const lines = resultLines({ tests: { difference: found.test }, effects: { total: found.total, local: found.local, displaced: found.displaced, ratio } }, "");
  return (
    <>
      <div className="section">
        {PARTS.map(([part, name]) => (
          <ArmFields key={part} name={name}>
            {PERIODS.map(([period, label]) => (
              <NumberInput
                key={period}
                label={label}
                min={0}
                max={1e7}
                value={counts[part][period]}
                onChange={(value) => setCounts((before) => ({ ...before, [part]: { ...before[part], [period]: value } }))}
              />
            ))}
          </ArmFields>
        ))}
        {counts === START && <p className="muted hint">The example of Wheeler and Ratcliffe (2018), until you type your own.</p>}
      </div>
      <ComparisonLines lines={lines} level={level} title="Target and ring minus their controls" lead={`Quotient: ${reading}`} cautions={CAUTIONS} file="displacement.csv" />
    </>
  );
}
