// Two means per location-day, from standard deviations or from a published t.

import { useMemo, useState } from "react";
import { compareMeans } from "../../../../core/trial/evaluate/compareMeans.ts";
import { meansFromT } from "../../../../core/trial/evaluate/meansFromT.ts";
import { resultLines } from "../../../../core/trial/evaluate/resultLines.ts";
import { Segments } from "../../../ui/Choice.tsx";
import { NumberInput } from "../../../ui/NumberInput.tsx";
import { ArmFields } from "./ArmFields.tsx";
import { Change } from "./Change.tsx";
import { ComparisonLines } from "./ComparisonLines.tsx";

/** Violent crime of the Thames Valley report's figure 9, with the standard deviation that its t implies. */
const START = { n1: 2874, mean1: 0.191, sd1: 0.612, n2: 2886, mean2: 0.209, sd2: 0.612, t: 1.132 };

export function MeansTable({ level }: { readonly level: number }) {
  const [from, setFrom] = useState<"sd" | "t">("t");
  const [of, setOf] = useState<"count" | "harm" | "dosage">("count");
  const [given, setGiven] = useState(START);
  const set = (change: Partial<typeof START>): void => setGiven((before) => ({ ...before, ...change }));
  const { n1, mean1, sd1, n2, mean2, sd2, t } = given;
  const published = useMemo(() => meansFromT({ treatment: { n: n1, mean: mean1 }, control: { n: n2, mean: mean2 }, t }, level), [n1, mean1, n2, mean2, t, level]);
  const compared = useMemo(() => compareMeans({ n: n1, mean: mean1, variance: sd1 ** 2 }, { n: n2, mean: mean2, variance: sd2 ** 2 }, level), [n1, mean1, sd1, n2, mean2, sd2, level]);
  const found = from === "t" ? published : compared;
  return (
    <>
      <div className="section">
        <Segments label="Means of" value={of} options={[{ value: "count", label: "Count" }, { value: "harm", label: "Harm" }, { value: "dosage", label: "Dosage" }]} onChange={setOf} />
        <Segments label="From" value={from} options={[{ value: "t", label: "A published t" }, { value: "sd", label: "Deviations" }]} onChange={setFrom} />
        <ArmFields name="Treatment">
          <NumberInput label="Location-days" min={2} max={1e7} value={n1} onChange={(value) => set({ n1: value })} />
          <NumberInput label="Mean" digits={7} value={mean1} onChange={(value) => set({ mean1: value })} />
          {from === "sd" && <NumberInput label="Standard deviation" min={0} digits={7} value={sd1} onChange={(value) => set({ sd1: value })} />}
        </ArmFields>
        <ArmFields name="Control">
          <NumberInput label="Location-days" min={2} max={1e7} value={n2} onChange={(value) => set({ n2: value })} />
          <NumberInput label="Mean" digits={7} value={mean2} onChange={(value) => set({ mean2: value })} />
          {from === "sd" && <NumberInput label="Standard deviation" min={0} digits={7} value={sd2} onChange={(value) => set({ sd2: value })} />}
        </ArmFields>
        {from === "t" && <NumberInput label="t as printed" min={-1000} max={1000} digits={5} value={t} onChange={(value) => set({ t: value })} hint="its sign is not used" />}
        {from === "t" && published.impliedSd !== null && <p className="muted hint">The print implies a standard deviation of {published.impliedSd.toPrecision(4)}.</p>}
        {given === START && <p className="muted hint">Violent crime of the Thames Valley report, figure 9, until you type your own.</p>}
      </div>
      {found
        ? <ComparisonLines lines={resultLines(found, "mean")} level={level} lead={<Change share={found.change} of={of} />} cautions={found.cautions} file="two-means.csv" />
        : <div className="section"><p className="notice">Neither arm varies: no t-test is defined.</p></div>}
    </>
  );
}
