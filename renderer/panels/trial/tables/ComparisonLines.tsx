// The result of two groups compared: arms, tests, effect sizes; formulas and methods behind each name.

import type { ReactNode } from "react";
import { resultCsv, type ResultLine } from "../../../../core/trial/evaluate/resultLines.ts";
import { attempt } from "../../../actions/messages.ts";
import { saveFile } from "../../../actions/saveFile.ts";
import { Button } from "../../../ui/Button.tsx";
import { Explained } from "../../../ui/Tip.tsx";
import { percent } from "../../../ui/format.ts";
import { fourDigits, limits, pDigits } from "./fourDigits.ts";

interface Props {
  readonly lines: readonly ResultLine[];
  readonly level: number;
  /** What is subtracted from what. */
  readonly title?: string;
  /** Said first. */
  readonly lead: ReactNode;
  readonly cautions: readonly string[];
  /** Of the CSV. */
  readonly file: string;
}

export function ComparisonLines({ lines, level, title = "Treatment minus control", lead, cautions, file }: Props) {
  const tests = lines.filter(({ part }) => part === "test");
  const held = percent(1 - level, Number.isInteger(100 * level) ? 0 : 1);
  return (
    <div className="section">
      <h3>{title}</h3>
      <p>{lead}</p>
      <table className="table tight results" aria-label="Tests">
        <thead>
          <tr><th scope="col">Test</th><th scope="col" className="number">Statistic</th><th scope="col" className="number">p</th></tr>
        </thead>
        <tbody>
          {tests.map(({ name, value, df, p }) => (
            <tr key={name}>
              <th scope="row"><Explained text={df === null ? name : `${name}; ${decimalDf(df)} degrees of freedom`}>{name}</Explained></th>
              <td className="number">{fourDigits(value)}</td>
              <td className="number">{pDigits(p!)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="table tight results" aria-label="Estimates">
        <thead>
          <tr><th scope="col">Estimate</th><th scope="col" className="number">Value</th><th scope="col" className="number">{held} interval</th></tr>
        </thead>
        <tbody>
          {lines.filter(({ part }) => part !== "test").map(({ name, value, interval, formula }) => (
            <tr key={name}>
              <th scope="row"><Explained text={interval ? `${formula}. Interval: ${interval.method}.` : `${formula}.`}>{name}</Explained></th>
              <td className="number">{fourDigits(value)}</td>
              <td className="number">{interval ? limits(interval.low, interval.high) : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {cautions.map((caution) => <p key={caution} className="notice">{caution}</p>)}
      <div className="actions">
        <Button look="quiet" onPress={() => void attempt("The CSV", () => saveFile(file, new TextEncoder().encode(resultCsv(lines, level))))}>Save as CSV</Button>
      </div>
    </div>
  );
}

const decimalDf = (df: number): string => (Number.isInteger(df) ? String(df) : df.toFixed(1));
