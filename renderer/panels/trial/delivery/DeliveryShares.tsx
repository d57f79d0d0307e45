// On how many days a full patrol came, and how many patrols were long enough.

import type { Dosage, Share } from "../../../../core/trial/dosage/dosage.ts";
import { Explained } from "../../../ui/Tip.tsx";
import { count, percent } from "../../../ui/format.ts";

export function DeliveryShares({ dosage: { delivered, contaminated, longEnough, amber, green } }: { readonly dosage: Dosage }) {
  if (!delivered || !contaminated) return null;
  return (
    <div className="section">
      <h3>Full patrols</h3>
      <dl className="facts">
        <Line name="Treatment days with one" text={`Treatment days with at least one visit of ${amber} minutes ÷ all treatment days that the logs reach over.`} share={delivered} />
        <Line name="Control days with one" text={`Contamination: control days with at least one visit of ${amber} minutes ÷ all control days that the logs reach over.`} share={contaminated} />
        {longEnough && <Line name={`Visits of ${amber} minutes or more`} text="÷ all visits in the trial's hotspots and days." share={longEnough.amber} />}
        {longEnough && <Line name={`Visits of ${green} minutes or more`} text="÷ all visits in the trial's hotspots and days." share={longEnough.green} />}
      </dl>
    </div>
  );
}

function Line({ name, text, share: { yes, of, share, interval } }: { readonly name: string; readonly text: string; readonly share: Share }) {
  return (
    <>
      <dt><Explained text={`${text} Interval: ${interval.method}.`}>{name}</Explained></dt>
      <dd title={`${percent(interval.low)} to ${percent(interval.high)}`}>{count(yes)} of {count(of)} = {percent(share)}</dd>
    </>
  );
}
