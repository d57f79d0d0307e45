// What the self-exciting peer took from the past of each test block.

import { PEER_BANDWIDTHS } from "../../../core/forecast/evaluate/peers.ts";
import type { ShownBacktest } from "../../shownResults.ts";
import { Explained } from "../../ui/Tip.tsx";
import { decimal, metres, percent } from "../../ui/format.ts";

const MODEL =
  "λ(t, x) = μ b(x) + Σ θ ω exp(−ω (t − tₖ)) N(x; xₖ, σ² I) (Mohler et al. 2011, in the parametric variant of Mohler 2014), fitted by expectation and maximisation on all events of the past blocks. " +
  "It knows no hour of the day: each window has the surface of the whole block.";
const BANDWIDTH = "Of the background’s Gaussian density; the likeliest of those tried, for each block.";
const OFFSPRING = "θ: events that one event triggers directly, on average.";
const LIMIT = "The likelihood would have σ go to 0, because events repeat at the same coordinates; it stops at 10 m.";

export function PeerFitsView({ backtest: { settings, peerFits } }: { readonly backtest: ShownBacktest }) {
  if (!settings.peers?.includes("selfExciting") || peerFits.length === 0) return null;
  const range = (of: (fit: (typeof peerFits)[number]["fit"]) => number, inWords: (value: number) => string): string => {
    const values = peerFits.map(({ fit }) => of(fit));
    const [least, most] = [inWords(Math.min(...values)), inWords(Math.max(...values))];
    return least === most ? least : `${least} to ${most}`;
  };
  const atLimit = peerFits.filter(({ fit }) => fit.sdAtLimit).length;
  return (
    <details className="section">
      <summary>The self-exciting model’s fits</summary>
      <p className="muted hint"><Explained text={MODEL}>{`Least to most over ${peerFits.length} ${peerFits.length === 1 ? "block" : "blocks"}`}</Explained></p>
      <dl className="facts" aria-label="The self-exciting model’s fits">
        <dt><Explained text={BANDWIDTH}>Background bandwidth</Explained></dt>
        <dd>{range(({ bandwidth }) => bandwidth, metres)}<span className="muted interval">of {PEER_BANDWIDTHS.join(", ")} m</span></dd>
        <dt><Explained text={OFFSPRING}>Triggered by one event</Explained></dt><dd>{range(({ offspring }) => offspring, (value) => decimal(value, 2))}</dd>
        <dt>Share taken for triggered</dt><dd>{range(({ triggered }) => triggered, (value) => percent(value, 0))}</dd>
        <dt>Mean time to a triggered event, 1/ω</dt><dd>{range(({ decay }) => 1 / decay, (value) => `${decimal(value, 1)} days`)}</dd>
        <dt>Distance along each axis, σ</dt><dd>{range(({ sd }) => sd, metres)}</dd>
      </dl>
      {atLimit > 0 && <p className="warn hint"><Explained text={LIMIT}>{`σ is at its limit in ${atLimit} of ${peerFits.length}`}</Explained></p>}
    </details>
  );
}
