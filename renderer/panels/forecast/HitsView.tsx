// Hit rate, PAI and PEI* of a test's models at a share of the area.

import { useState } from "react";
import { SCORE_SHARES } from "../../../core/forecast/evaluate/scoreSurface.ts";
import { Choice } from "../../ui/Choice.tsx";
import { Scroll } from "../../ui/Scroll.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { decimal, percent } from "../../ui/format.ts";
import { contenders, shortName, summaryOf, type Part } from "./backtestPart.ts";

const COLUMNS = [
  { name: "hitRate", head: "Hit rate", text: "n / N: events in the whole cells that make up this share of the area, over all events. Mean over blocks." },
  { name: "pai", head: "PAI", text: "Predictive accuracy index (n / N) / (a / A): hit rate over share of area (Chainey et al. 2008). Mean over blocks." },
  { name: "peiStar", head: "PEI*", text: "Predictive efficiency index n / n*: over the most events that as many cells could have held (Hunt 2016). Mean over blocks." },
] as const;

export function HitsView(part: Part) {
  const [share, setShare] = useState<number>(0.05);
  return (
    <details className="section">
      <summary>Hit rate, PAI, PEI*</summary>
      <Choice
        label="Share of area"
        value={`${share}`}
        options={SCORE_SHARES.map((one) => ({ value: `${one}`, label: percent(one, 0) }))}
        onChange={(value) => setShare(Number.parseFloat(value))}
      />
      <Scroll name="Hit rate, PAI and PEI* by model">
        <table className="table" aria-label="Hit rate, PAI and PEI* by model">
          <thead>
            <tr>
              <th scope="col">Model</th>
              {COLUMNS.map(({ name, head, text }) => <th key={name} scope="col" className="number"><Explained text={text}>{head}</Explained></th>)}
            </tr>
          </thead>
          <tbody>
            {contenders(part.backtest.settings).map((model) => (
              <tr key={model}>
                <th scope="row">{shortName(model)}</th>
                {COLUMNS.map(({ name }) => {
                  const mean = summaryOf(part, model, { name, share })?.mean ?? null;
                  return <td key={name} className="number">{mean === null ? "–" : name === "pai" ? decimal(mean, 1) : percent(mean, 0)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
