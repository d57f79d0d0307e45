// How the class maps of a test change from window to window and from block to block: mean and spread (Delhi paper, Table 11).

import { useState } from "react";
import type { TransitionSummary } from "../../../core/forecast/evaluate/transitionMatrix.ts";
import type { ShownBacktest } from "../../shownResults.ts";
import { Choice, Segments } from "../../ui/Choice.tsx";
import { decimal } from "../../ui/format.ts";
import { Scroll } from "../../ui/Scroll.tsx";

const NAMES = ["First 20 %", "Next 20 %", "Other"];

export function TransitionsView({ backtest }: { readonly backtest: ShownBacktest }) {
  const [step, setStep] = useState<"windows" | "blocks">("blocks");
  const [chosen, setChosen] = useState(0);
  const { transitions } = backtest;
  const at = transitions[Math.min(chosen, transitions.length - 1)];
  return (
    <details className="section">
      <summary>Changes from map to map</summary>
      {transitions.length > 1 && (
        <Choice label="Model" value={`${at.model}`} options={transitions.map(({ model }) => ({ value: `${model}`, label: `${model}` }))} onChange={(model) => setChosen(transitions.findIndex((one) => `${one.model}` === model))} />
      )}
      <Segments
        label="From one"
        value={step}
        options={[{ value: "blocks", label: "block to the next" }, { value: "windows", label: "window to the next" }]}
        onChange={setStep}
      />
      <Matrix summary={at[step]} />
    </details>
  );
}

function Matrix({ summary: { mean, sd } }: { readonly summary: TransitionSummary }) {
  const entry = (row: number, column: number): string => {
    const [m, s] = [mean[row][column], sd[row][column]];
    return m === null ? "–" : `${decimal(m, 3)}${s === null ? "" : ` ± ${decimal(s, 3)}`}`;
  };
  return (
    <Scroll name="Mean transitions between classes">
      <table className="table" aria-label="Mean transitions between classes">
        <thead><tr><th scope="col">Was, and is next</th>{NAMES.map((name) => <th key={name} scope="col" className="number">{name}</th>)}</tr></thead>
        <tbody>
          {NAMES.map((name, row) => (
            <tr key={name}><th scope="row">{name}</th>{NAMES.map((column, c) => <td key={column} className="number">{entry(row, c)}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
