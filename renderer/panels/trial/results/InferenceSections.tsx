// Beside the published tables: tests by the draw itself, p-values adjusted for several outcomes, rate ratios from models.

import { Fragment, useCallback } from "react";
import { forestPlot, ratioRows } from "../../../../core/trial/charts/forestPlot.ts";
import type { RateEstimate, TrialEvaluation } from "../../../../core/trial/evaluate/trialEvaluation.ts";
import { changesInWords } from "../../../../core/trial/report/comparisonInWords.ts";
import { Explained } from "../../../ui/Tip.tsx";
import { count, decimal, pValue, signed } from "../../../ui/format.ts";
import { TrialChart } from "../TrialChart.tsx";

export function RandomisationSection({ found: { randomisation, adjusted } }: { readonly found: TrialEvaluation }) {
  return (
    <details className="section">
      <summary>Randomisation inference</summary>
      <p className="muted hint">The arms drawn again by the trial’s own rules, outcomes as they were: p assumes nothing of how crime is distributed.</p>
      <table className="table tight" aria-label="Randomisation tests">
        <thead>
          <tr><th scope="col">Measure</th><th scope="col" className="number"><Explained text="Changes, treatment / control − 1, that the test does not reject.">Not rejected</Explained></th><th scope="col" className="number">p</th></tr>
        </thead>
        <tbody>
          {randomisation.map(({ outcome, measure, interval, p, draws, statistic, observed, expected }, i) => (
            <Fragment key={`${outcome} ${measure}`}>
              {randomisation[i - 1]?.outcome !== outcome && <tr><th scope="rowgroup" colSpan={3} className="outcome">{outcome}</th></tr>}
              <tr>
                <th scope="row"><Explained text={`${statistic}: ${decimal(observed, 4)}, expected ${decimal(expected, 4)}; ${draws === "exact" ? "exact, by convolution over the blocks" : `${count(draws)} seeded draws`}.`}>{measure}</Explained></th>
                <td className="number">{interval ? changesInWords(interval, measure) : "–"}</td>
                <td className="number">{pValue(p)}</td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
      {adjusted.length > 1 && (
        <table className="table tight" aria-label="Adjusted for several outcomes">
          <thead>
            <tr>
              <th scope="col">Declared</th>
              <th scope="col" className="number">p</th>
              <th scope="col" className="number"><Explained text="Any false alarm at all among the outcomes is as rare as the level (Holm 1979).">Holm</Explained></th>
              <th scope="col" className="number"><Explained text="The expected share of false alarms among those found (Benjamini and Hochberg 1995).">B–H</Explained></th>
            </tr>
          </thead>
          <tbody>
            {adjusted.map(({ outcome, measure, p, holm, benjaminiHochberg }) => (
              <tr key={outcome}>
                <th scope="row" className="wrap">{outcome} ({measure})</th>
                {[p, holm, benjaminiHochberg].map((value, i) => <td key={i} className="number">{pValue(value)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}

export function RatesSection({ found: { rates, primary } }: { readonly found: TrialEvaluation }) {
  const draw = useCallback(
    (width: number) => forestPlot({ rows: ratioRows(rates.filter(({ outcome }, i) => rates.findIndex((rate) => rate.outcome === outcome) === i), primary.outcome), what: "incidents", width }),
    [rates, primary],
  );
  if (rates.length === 0) return null;
  const outcomes = [...new Set(rates.map(({ outcome }) => outcome))];
  return (
    <details className="section">
      <summary>Rates from models of counts</summary>
      <TrialChart name="rate ratios" draw={draw} />
      <p className="muted hint">The first model of each outcome is drawn; the others show what the choice of model does.</p>
      <table className="table tight" aria-label="Rate ratios">
        <thead><tr><th scope="col">Model</th><th scope="col" className="number">Ratio</th><th scope="col" className="number">p</th></tr></thead>
        {outcomes.map((outcome) => <OutcomeRates key={outcome} outcome={outcome} rates={rates.filter((rate) => rate.outcome === outcome)} />)}
      </table>
    </details>
  );
}

/** Its models, and below them what is to be said of any of them. */
function OutcomeRates({ outcome, rates }: { readonly outcome: string; readonly rates: readonly RateEstimate[] }) {
  const cautions = [...new Set(rates.flatMap((rate) => rate.cautions))];
  return (
    <tbody>
      <tr><th scope="rowgroup" colSpan={3} className="outcome">{outcome}</th></tr>
      {rates.map(({ model, ratio, interval, p, logLikelihood, theta, cautions: own }) => (
        <tr key={model}>
          <th scope="row" className="wrap">
            <Explained text={[`${logLikelihood === null ? "" : `Log-likelihood ${signed(logLikelihood, 2)}. `}${theta === null ? "" : `θ ${decimal(theta, 2)}. `}${interval.method}.`, ...own].join("\n")}>{model}</Explained>
          </th>
          <td className="number">{decimal(ratio, 3)}<br /><span className="muted">{decimal(interval.low, 3)} to {decimal(interval.high, 3)}</span></td>
          <td className="number">{pValue(p)}</td>
        </tr>
      ))}
      {cautions.length > 0 && <tr><td colSpan={3} className="wrap muted">{cautions.map((caution) => <span key={caution} className="caution">{caution}</span>)}</td></tr>}
    </tbody>
  );
}
