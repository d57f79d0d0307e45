// A test of models on blocks that have passed: which, on how many, and what came of it.

import { useRef, useState } from "react";
import type { ForecastPlan } from "../../../core/forecast/prepareForecast.ts";
import { PEER_BANDWIDTHS, PEERS, type PeerName } from "../../../core/forecast/evaluate/peers.ts";
import { MODELS, type ModelNumber } from "../../../core/forecast/models.ts";
import { studyAreaOf, type ForecastChoices } from "../../actions/choicesOf.ts";
import { runBacktest } from "../../actions/backtest.ts";
import { attempt } from "../../actions/messages.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/Check.tsx";
import { CommitText } from "../../ui/CommitText.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count } from "../../ui/format.ts";
import { BacktestView } from "./BacktestView.tsx";
import { ExpertValueSection } from "./ExpertValueSection.tsx";

const PEER_NAMES: readonly PeerName[] = ["selfExciting", "random"];
const BESIDE =
  "Scored on the same blocks, windows and cells. Self-exciting: each event raises the rate around it for some time (Mohler et al. 2011), fitted on all events of the same past blocks; it knows no hour of the day, so that every window has the surface of the block. " +
  `Its background takes the likeliest bandwidth of ${PEER_BANDWIDTHS.join(", ")} m. Random: a value for each cell drawn at random, the floor.`;

export function ForecastTestPage({ plan, choices, incidents }: { readonly plan: ForecastPlan; readonly choices: ForecastChoices; readonly incidents: number }) {
  const backtest = useStore((state) => state.backtest);
  const [models, setModels] = useState<readonly ModelNumber[]>([plan.model]);
  const [peers, setPeers] = useState<readonly PeerName[]>([]);
  const [testBlocks, setTestBlocks] = useState(10);
  const [coverable, setCoverable] = useState(20);
  const [skips, setSkips] = useState<readonly number[]>([]);
  const results = useRef<HTMLDivElement>(null);
  const run = (): void => {
    const { model: _model, expertWeight: _expertWeight, blocks: history, ...asked } = plan;
    void attempt("Testing the forecast", async () => {
      await runBacktest({ ...asked, history, models, ...(peers.length > 0 && { peers }), testBlocks, coverable: coverable / 100, skipUpdates: skips, ...studyAreaOf(choices) });
      results.current?.scrollIntoView();
    });
  };
  return (
    <>
      <div className="section">
        <h3>Test on what happened, {count(incidents)} incidents</h3>
        <p className="muted hint">
          Each of the last blocks is forecast from the {count(plan.blocks)} before it and scored on its own incidents. Blocks, windows, cells and sampling are those under Make, and so is the study area; expert points and the kind of day are left out.
        </p>
        <div role="group" aria-label="Models">
          {Object.values(MODELS).map(({ number, name }) => (
            <Check
              key={number}
              isSelected={models.includes(number)}
              onChange={(on) => setModels(on ? [...models, number].sort((a, b) => a - b) : models.filter((one) => one !== number))}
            >
              {number} · {name}
            </Check>
          ))}
        </div>
        <div role="group" aria-label="Beside them">
          {PEER_NAMES.map((peer) => (
            <Check key={peer} isSelected={peers.includes(peer)} onChange={(on) => setPeers(PEER_NAMES.filter((one) => (one === peer ? on : peers.includes(one))))}>
              {PEERS[peer]}
            </Check>
          ))}
        </div>
        <p className="muted hint"><Explained text={BESIDE}>What these two are</Explained></p>
        <NumberInput label="Last blocks" min={1} max={520} value={testBlocks} onChange={setTestBlocks} />
        <NumberInput label="Coverable area" unit="%" min={1} max={100} value={coverable} onChange={setCoverable} />
        <CommitText label="Old maps, blocks" value={skips.join(", ")} onCommit={(text) => setSkips((text.match(/\d+/g) ?? []).map((n) => Number.parseInt(n, 10)))} />
        <p className="muted hint">Also what it costs to go by a map that is so many blocks old, such as 1, 2, 4.</p>
        <div className="actions"><Button look="primary" isDisabled={models.length === 0} onPress={run}>Test</Button></div>
      </div>
      <ExpertValueSection plan={plan} choices={choices} />
      <div ref={results} className="results">{backtest && <BacktestView backtest={backtest} />}</div>
    </>
  );
}
