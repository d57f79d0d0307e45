// Groups against the whole: how much of each is covered, how far it is to a car, and by how much that is more or less than the average.

import { useState } from "react";
import type { GroupEffect } from "../../../core/patrol/quality/allocationEffects.ts";
import type { ShownEffects } from "../../shownExplorations.ts";
import { Segments } from "../../ui/Choice.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, metres, percent, signed } from "../../ui/format.ts";

const COVERED = "Q¹ of the group: the share of its weight within reach of a car, Σ γ_c w_c / Σ w_c (Brandt et al. 2022, 3.3, weighted).";
const MEAN = "Q² of the group: Σ w_c min d(l_c, l) / Σ w_c, m to the nearest car, in a straight line; divided by its speed where kinds have one (Brandt et al. 2022, 3.3, weighted).";
const AGAINST = {
  coverage: "Covered share of the group less that of all groups together, in percentage points. To the right: covered more than the average. The line is a 95 % bootstrap interval; one that crosses the middle shows no difference.",
  distance: "Mean distance of the group less that of all groups together, m. To the right: further from a car than the average. The line is a 95 % bootstrap interval; one that crosses the middle shows no difference.",
} as const;

type Measure = keyof typeof AGAINST;

export function EffectsTable({ effects: { on, unit, found } }: { readonly effects: ShownEffects }) {
  const [measure, setMeasure] = useState<Measure>("coverage");
  const { whole, groups } = found;
  const rows = groups.map((group) => toRow(group, measure)).sort((a, b) => (b.difference ?? -Infinity) - (a.difference ?? -Infinity));
  const most = rows.reduce((far, { difference, low, high }) => Math.max(far, ...[difference, low, high].map((value) => Math.abs(value ?? 0))), 0);
  return (
    <>
      <Segments
        label="Against the average"
        value={measure}
        options={[{ value: "coverage", label: "Coverage" }, { value: "distance", label: "Distance" }]}
        onChange={setMeasure}
      />
      <Scroll name={`Effects on ${on}`} tall>
        <table className="table tight" aria-label={`Effects on ${on}`}>
          <thead>
            <tr>
              <th scope="col">Group</th>
              <th scope="col" className="number">{unit}</th>
              <th scope="col" className="number"><Explained text={measure === "coverage" ? COVERED : MEAN}>{measure === "coverage" ? "covered" : "mean"}</Explained></th>
              <th scope="col" className="number" colSpan={2}><Explained text={AGAINST[measure]}>{measure === "coverage" ? "points" : "m"}</Explained></th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">All together</th>
              <td className="number">{count(whole.weight)}</td>
              <td className="number">{inWhole(whole[measure === "coverage" ? "coverage" : "meanDistance"], measure)}</td>
              <td colSpan={2} className="muted">the average</td>
            </tr>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row" className="clipped" title={row.name}>{row.name}</th>
                <td className="number">{count(row.weight)}</td>
                <td className="number">{row.value === null ? "–" : inUnit(row.value, measure)}</td>
                <td className="number" title={row.low === null || row.high === null ? "" : `95 % interval ${difference(row.low, measure)} to ${difference(row.high, measure)}`}>
                  {row.difference === null ? "–" : difference(row.difference, measure)}
                </td>
                <td><DifferenceBar {...row} most={most} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

interface Row {
  readonly name: string;
  readonly weight: number;
  readonly value: number | null;
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

function toRow(group: GroupEffect, measure: Measure): Row {
  const { name, weight } = group;
  const interval = measure === "coverage" ? group.coverageInterval : group.distanceInterval;
  return {
    name,
    weight,
    value: measure === "coverage" ? group.coverage : group.meanDistance,
    difference: measure === "coverage" ? group.coverageDifference : group.distanceDifference,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}

const WIDTH = 64;

/** From the middle, which is the average of all groups; its numbers stand beside it. */
function DifferenceBar({ difference: value, low, high, most }: Row & { readonly most: number }) {
  const at = (of: number): number => WIDTH / 2 + (most > 0 ? (of / most) * (WIDTH / 2 - 2) : 0);
  return (
    <svg className="difference" width={WIDTH} height="14" aria-hidden>
      {value !== null && <rect className={value < 0 ? "less" : "more"} x={Math.min(at(0), at(value))} width={Math.abs(at(value) - at(0))} y="3" height="8" />}
      <line className="middle" x1={at(0)} x2={at(0)} y1="0" y2="14" />
      {low !== null && high !== null && <line className="interval" x1={at(low)} x2={at(high)} y1="7" y2="7" />}
    </svg>
  );
}

const inUnit = (value: number, measure: Measure): string => (measure === "coverage" ? percent(value) : metres(value));
const inWhole = (value: number | null, measure: Measure): string => (value === null ? "–" : inUnit(value, measure));
const difference = (value: number, measure: Measure): string => (measure === "coverage" ? signed(100 * value, 1) : signed(value, decimalsOf(value)));
const decimalsOf = (m: number): number => (Math.abs(m) < 10 ? 1 : 0);
