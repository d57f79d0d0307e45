// What a test came to: models side by side in a table, the event-area curve, AUC by block, changes, export.

import { useState } from "react";
import type { Measure } from "../../../core/forecast/evaluate/backtest.ts";
import { AUC, valuesByBlock } from "../../../core/forecast/evaluate/summariseBacktest.ts";
import type { ModelName } from "../../../core/forecast/evaluate/peers.ts";
import { SCORE_SHARES } from "../../../core/forecast/evaluate/scoreSurface.ts";
import { dayInWords, windowInWords } from "../../../core/forecast/windowInWords.ts";
import { sameFilter } from "../../../core/incidents/sameFilter.ts";
import { exportBacktest } from "../../actions/backtest.ts";
import { attempt } from "../../actions/messages.ts";
import { LineChart, type Series } from "../../charts/LineChart.tsx";
import type { ShownBacktest } from "../../shownResults.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, decimal, percent, signed } from "../../ui/format.ts";
import { contenders, nameInWords, shortName, summaryOf, type Part } from "./backtestPart.ts";
import { PeerFitsView } from "./PeerFitsView.tsx";
import { HitsView } from "./HitsView.tsx";
import { SkipsView } from "./SkipsView.tsx";
import { TransitionsView } from "./TransitionsView.tsx";
import { Scroll } from "../../ui/Scroll.tsx";

const DAY = 86_400_000;
const ALL = "all";

const AUC_TEXT =
  "Area under the event-area curve by the trapezoid rule, Σ ½ (s(A_l) + s(A_l−1)) a_l, cells in order of the forecast (Brandt et al. 2022, 3.1); 0.5 is chance. " +
  "The worked example there prints 0.83, which is the sum at right endpoints; the formula gives 0.67. Mean ± standard deviation over blocks.";
const TRUNCATED = "The same area up to the share that a fleet can cover, divided by that share: the mean share of events captured with 0 to that much area.";
const CAPTURED = "Share of the block's events in the cells forecast highest that make up this share of the area, mean over blocks.";
const LEAD = "Mean over blocks of one model's AUC less the other's, with a 95 % bootstrap interval over blocks. An interval that holds 0 shows no lead.";
const truncated: Measure = { name: "truncatedAuc", share: null };
const captured = (share: number): Measure => ({ name: "captured", share });

export function BacktestView({ backtest }: { readonly backtest: ShownBacktest }) {
  const stale = useStore((state) => !sameFilter(backtest.filter, state.filter) || state.incidents?.table.length !== backtest.known);
  const [chosen, setChosen] = useState(ALL);
  const { settings, tested, happened, problems } = backtest;
  const window = chosen === ALL ? null : Number.parseInt(chosen, 10);
  return (
    <>
      <div className="section">
        <h3>{dayInWords(tested.from)} to {dayInWords(tested.to - DAY)}</h3>
        {stale && <p className="notice" role="status">Stale: the filter or the incidents changed since it was made.</p>}
        <p className="muted hint">{count(happened)} incidents in {count(settings.testBlocks)} blocks. {backtest.studyRule}.</p>
        <Choice
          label="Window"
          value={chosen}
          options={[{ value: ALL, label: "Mean of all windows" }, ...settings.windows.map((one, i) => ({ value: `${i}`, label: windowInWords(one) }))]}
          onChange={setChosen}
        />
        <Scores backtest={backtest} window={window} />
        <Differences backtest={backtest} window={window} />
        {problems.length > 0 && (
          <p className="warn hint">{count(problems.length)} forecasts could not be made. The first said: {problems[0].text}</p>
        )}
        <div className="actions"><Button onPress={() => void attempt("Exporting", () => exportBacktest(backtest))}>Export as CSV</Button></div>
      </div>
      <div className="section">
        <h3>Curves</h3>
        <EventArea backtest={backtest} window={window} />
        <ByBlock backtest={backtest} window={window} />
      </div>
      <HitsView backtest={backtest} window={window} />
      <PeerFitsView backtest={backtest} />
      <SkipsView backtest={backtest} />
      <TransitionsView backtest={backtest} />
    </>
  );
}

function Scores(part: Part) {
  const { settings } = part.backtest;
  const { coverable } = settings;
  const share = (model: ModelName, measure: Measure): string => {
    const mean = summaryOf(part, model, measure)?.mean ?? null;
    return mean === null ? "–" : percent(mean, 0);
  };
  return (
    <Scroll name="Scores by model">
      <table className="table tight" aria-label="Scores by model">
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col" className="number"><Explained text={AUC_TEXT}>AUC</Explained></th>
            <th scope="col" className="number"><Explained text={CAPTURED}>in 20 %</Explained></th>
            <th scope="col" className="number"><Explained text={CAPTURED}>in 40 %</Explained></th>
            <th scope="col" className="number"><Explained text={TRUNCATED}>{`to ${percent(coverable, 0)}`}</Explained></th>
          </tr>
        </thead>
        <tbody>
          {contenders(settings).map((model) => {
            const auc = summaryOf(part, model, AUC);
            const interval = auc?.interval;
            return (
              <tr key={model}>
                <th scope="row">{shortName(model)}</th>
                <td className="number" title={interval ? `95 % interval of the mean: ${decimal(interval.low, 3)} to ${decimal(interval.high, 3)}` : ""}>
                  {auc && auc.mean !== null ? `${decimal(auc.mean, 3)}${auc.sd === null ? "" : ` ± ${decimal(auc.sd, 3)}`}` : "–"}
                </td>
                <td className="number">{share(model, captured(0.2))}</td>
                <td className="number">{share(model, captured(0.4))}</td>
                <td className="number">{decimal(summaryOf(part, model, truncated)?.mean ?? 0, 3)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

function Differences({ backtest, window }: Part) {
  const rows = backtest.differences.filter((one) => one.window === window && one.measure.name === "auc");
  if (rows.length === 0) return null;
  return (
    <dl className="facts">
      {rows.map(({ model, against, difference }) => (
        <Fact key={model} name={`${capital(nameInWords(model))} less ${nameInWords(against)}`} value={difference && `${signed(difference.mean, 3)} (${signed(difference.low, 3)} to ${signed(difference.high, 3)})`} />
      ))}
    </dl>
  );
}

const Fact = ({ name, value }: { readonly name: string; readonly value: string | null }) => (
  <>
    <dt><Explained text={LEAD}>{name}</Explained></dt>
    <dd>{value ?? "–"}</dd>
  </>
);

const capital = (words: string): string => words[0].toUpperCase() + words.slice(1);

/** The curve at the shares that are scored; 0 and 1 belong to every curve. */
function EventArea(part: Part) {
  const area = [0, ...SCORE_SHARES, 1];
  const series = contenders(part.backtest.settings).flatMap((model): Series[] => {
    const means = SCORE_SHARES.map((share) => summaryOf(part, model, captured(share))?.mean ?? null);
    return means.every((mean) => mean !== null) ? [{ name: nameInWords(model), x: area, y: [0, ...means, 1], faint: model === "random" }] : [];
  });
  return (
    <LineChart
      title="Event-area curve"
      description={`Share of events in the cells forecast highest against their share of the area, mean over blocks, at ${SCORE_SHARES.map((share) => percent(share, 0)).join(", ")} of the area; straight in between.`}
      x={{ label: "share of the area", from: 0, to: 1, format: (share) => percent(share, 0) }}
      y={{ label: "Share of events", from: 0, to: 1, format: (share) => percent(share, 0) }}
      series={[...series, { name: "chance", x: [0, 1], y: [0, 1], faint: true }]}
      listed={area}
    />
  );
}

function ByBlock({ backtest, window }: Part) {
  const { testBlocks } = backtest.settings;
  const blocks = Array.from({ length: testBlocks }, (_, i) => i + 1);
  const series = contenders(backtest.settings).map((model): Series => {
    const known = valuesByBlock(backtest, model, window, AUC).flatMap((auc, i) => (auc === null ? [] : [{ x: i + 1, auc }]));
    return { name: nameInWords(model), faint: model === "random", x: known.map(({ x }) => x), y: known.map(({ auc }) => auc) };
  });
  const least = Math.min(0.95, ...series.flatMap(({ y }) => Array.from(y)));
  const unit = (backtest.tested.to - backtest.tested.from) / testBlocks / DAY;
  return (
    <LineChart
      title="AUC by block"
      description={`The area under the event-area curve of each of ${testBlocks} blocks, from ${dayInWords(backtest.tested.from)} on.`}
      x={{ label: unit === 7 ? "week" : `block of ${unit} days`, from: 1, to: Math.max(2, testBlocks), format: (block) => (Number.isInteger(block) ? `${block}` : "") }}
      y={{ label: "AUC", from: Math.floor(10 * least) / 10, to: 1 }}
      series={series}
      listed={blocks}
    />
  );
}
