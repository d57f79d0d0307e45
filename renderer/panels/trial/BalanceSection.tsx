// What the draw came to: location-days of both arms by stratum, block, unit and weekday, and the baselines.

import { useMemo } from "react";
import { balanceOf, type ScheduleBalance } from "../../../core/trial/schedule/balanceOf.ts";
import { datesOf } from "../../../core/trial/schedule/datesOf.ts";
import type { ScheduleDraft } from "../../shownSchedule.ts";
import { Explained } from "../../ui/Tip.tsx";
import { count, decimal, percent, signed } from "../../ui/format.ts";

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const BLOCKS = "A block is a day of a stratum. An odd number is split one way and the other in turn, so that the share is met over the period.";
const UNIT = "Days on treatment / days of the unit that has fewest, and of the one that has most.";
const BASELINE = "Means over the location-days of each arm, treatment minus control in standard deviations √((s₁² + s₀²)/2), s₁ of treatment and s₀ of control. Below 0.1 is customary.";

export function BalanceSection({ shown: { protocol, arms } }: { readonly shown: Pick<ScheduleDraft, "protocol" | "arms"> }) {
  const balance = useMemo(() => balanceOf(protocol.units, datesOf(protocol), protocol.share, arms), [protocol, arms]);
  const { strata, units, weekdays, baseline, imbalance } = balance;
  const shares = units.map(({ treatment, control }) => treatment / (treatment + control));
  const rows = [...strata.map(({ stratum, ...counts }) => ({ name: stratum === "" ? "all" : stratum, ...counts })), ...(strata.length > 1 ? [{ name: "together", ...balance }] : [])];
  return (
    <div className="section">
      <h3>Balance</h3>
      <table className="table tight" aria-label="Location-days by stratum">
        <thead><tr><th scope="col">Location-days</th><th scope="col" className="number">Treatment</th><th scope="col" className="number">Control</th></tr></thead>
        <tbody>{rows.map(({ name, treatment, control }) => <tr key={name}><th scope="row">{name}</th><td className="number">{count(treatment)}</td><td className="number">{count(control)}</td></tr>)}</tbody>
      </table>
      <dl className="facts">
        <dt><Explained text={BLOCKS}>Blocks</Explained></dt><dd>{blocksInWords(balance)}</dd>
        <dt><Explained text={UNIT}>Days of a unit on treatment</Explained></dt><dd>{percent(Math.min(...shares))} to {percent(Math.max(...shares))}</dd>
        {baseline && <><dt><Explained text={BASELINE}>Baselines apart</Explained></dt><dd>{signed(baseline.difference, 3)} sd ({decimal(baseline.treatment, 3)} and {decimal(baseline.control, 3)})</dd></>}
        {protocol.redraw && <><dt>Imbalance, at most {protocol.redraw.most}</dt><dd>{decimal(imbalance.worst, 3)}</dd></>}
      </dl>
      {weekdays && (
        <table className="table tight" aria-label="Location-days by weekday">
          <thead><tr><th scope="col">Share</th>{WEEKDAYS.map((name) => <th key={name} scope="col" className="number">{name}</th>)}</tr></thead>
          <tbody><tr><th scope="row">treated</th>{weekdays.map(({ treatment, control }, i) => <td key={i} className="number" title={`${treatment} of ${treatment + control}`}>{treatment + control === 0 ? "–" : percent(treatment / (treatment + control), 0)}</td>)}</tr></tbody>
        </table>
      )}
    </div>
  );
}

/** "64 of 9 and 10, 64 of 10 and 9; night: 128 of 13 and 13". */
function blocksInWords({ blocks, strata }: ScheduleBalance): string {
  return strata.map(({ stratum }) => {
    const kinds = new Map<string, number>();
    for (const { treatment, control, ...block } of blocks) if (block.stratum === stratum) kinds.set(`${treatment} : ${control}`, (kinds.get(`${treatment} : ${control}`) ?? 0) + 1);
    return `${stratum === "" || strata.length === 1 ? "" : `${stratum}: `}${[...kinds].map(([split, n]) => `${count(n)} × ${split}`).join(", ")}`;
  }).join("; ");
}
