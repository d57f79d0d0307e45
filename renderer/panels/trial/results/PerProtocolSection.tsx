// What was found where patrols came or did not: beside the arms as drawn, never in their place.

import type { ComplierEffect, PerProtocol } from "../../../../core/trial/evaluate/trialEvaluation.ts";
import { between } from "../../../../core/trial/report/comparisonInWords.ts";
import { Explained } from "../../../ui/Tip.tsx";
import { percent, signed } from "../../../ui/format.ts";
import { OutcomeTable } from "./OutcomeTable.tsx";

const WALD = "Difference between the arms / difference between their shares of days with a full patrol (Wald’s estimator, the draw as instrument). It holds where the draw changes crime through full patrols alone, and makes no day lose one.";

export function PerProtocolSection({ found }: { readonly found: PerProtocol | null }) {
  return (
    <details className="section">
      <summary>Per protocol and as treated</summary>
      {found ? <Told found={found} /> : <p className="muted">No patrol logs were read: bring them in on the Delivery page, then evaluate again.</p>}
    </details>
  );
}

function Told({ found: { delivery, comparisons, asTreated, compliers } }: { readonly found: PerProtocol }) {
  return (
    <>
      <p>A full patrol came on {percent(delivery.treatment)} of treatment and {percent(delivery.control)} of control days.</p>
      <p className="notice">Where patrols come is not drawn by lot: busy places get them, or lose them. These comparisons are not protected by the randomisation.</p>
      <h4>Treatment days with a full patrol, control days without</h4>
      <OutcomeTable name="Per protocol" comparisons={comparisons} />
      <h4>All days with a full patrol, all days without</h4>
      <OutcomeTable name="As treated" comparisons={asTreated} />
      <h4><Explained text={WALD}>Effect of a full patrol on days that have one because they were drawn</Explained></h4>
      <dl className="facts">
        {compliers.map((one) => <Complier key={`${one.outcome} ${one.measure}`} one={one} />)}
      </dl>
    </>
  );
}

function Complier({ one: { outcome, measure, effect, interval } }: { readonly one: ComplierEffect }) {
  const scale = measure === "prevalence" ? 100 : 1, digits = measure === "prevalence" ? 1 : 3;
  const write = (value: number): string => signed(scale * value, digits);
  return (
    <>
      <dt>{outcome} ({measure})</dt>
      <dd>{effect === null ? "–" : <>{write(effect)}{measure === "prevalence" ? " points" : ""}{interval && <span className="interval muted">{between(interval, write)}</span>}</>}</dd>
    </>
  );
}
