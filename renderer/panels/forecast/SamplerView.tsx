// Whether the sampler can be trusted: split R-hat, effective sample size, trace plots.

import { LineChart } from "../../charts/LineChart.tsx";
import type { ShownFit, ShownForecast } from "../../shownResults.ts";
import { Explained } from "../../ui/Tip.tsx";
import { count, decimal } from "../../ui/format.ts";
import { Scroll } from "../../ui/Scroll.tsx";

const WORST_RHAT = 1.05;
const LEAST_ESS = 50;
const RHAT =
  "Split R-hat (Gelman et al. 2013): each chain cut in half, √(pooled variance / variance within). Near 1 where all halves tell the same; above 1.05 draw more.";
const ESS = "Effective sample size: as many independent draws would be as exact. Below 50 an interval says little; draw more.";

export function SamplerView({ fit, forecast }: { readonly fit: ShownFit; readonly forecast: ShownForecast }) {
  const inSymbols = (name: string): string => SYMBOLS[name] ?? weightName(name, fit, forecast);
  const { diagnostics, traces, chains } = fit;
  const badRhat = diagnostics.filter(({ rhat }) => rhat !== null && rhat > WORST_RHAT);
  const badEss = diagnostics.filter(({ ess }) => ess !== null && ess < LEAST_ESS);
  const shown = diagnostics.filter(({ name }) => !/weight|^w|covariateBeta/i.test(name) || badRhat.some((one) => one.name === name) || badEss.some((one) => one.name === name));
  return (
    <div className="section">
      <h3>Sampler</h3>
      {badRhat.length + badEss.length > 0 ? (
        <p className="notice" role="status">
          {badRhat.length > 0 && `R-hat is above ${WORST_RHAT} for ${namesOf(badRhat, inSymbols)}. `}
          {badEss.length > 0 && `Fewer than ${LEAST_ESS} effective draws of ${namesOf(badEss, inSymbols)}. `}
          Draw more (Make &gt; Sampling).
        </p>
      ) : (
        <p className="good">All chains tell the same.</p>
      )}
      <dl className="facts">
        <dt>Chains and draws</dt><dd>{count(chains)} × {count(forecast.plan.draws)} after {count(forecast.plan.warmup)}</dd>
        <dt>Seed</dt><dd>{forecast.plan.seed}</dd>
      </dl>
      <Scroll name="Diagnostics of each parameter" tall>
        <table className="table" aria-label="Diagnostics of each parameter">
          <thead>
            <tr>
              <th scope="col">Parameter</th>
              <th scope="col" className="number"><Explained text={RHAT}>R-hat</Explained></th>
              <th scope="col" className="number"><Explained text={ESS}>Effective</Explained></th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ name, rhat, ess }) => (
              <tr key={name}>
                <td>{inSymbols(name)}</td>
                <td className={`number ${rhat !== null && rhat > WORST_RHAT ? "bad" : ""}`}>{rhat === null ? "–" : decimal(rhat, 3)}</td>
                <td className={`number ${ess !== null && ess < LEAST_ESS ? "bad" : ""}`}>{ess === null ? "–" : count(ess)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <details>
        <summary>Trace plots</summary>
        {traces.map(({ name, values }) => <Trace key={name} name={inSymbols(name)} values={values} chains={chains} />)}
      </details>
    </div>
  );
}

/** Three by name, the others by how many. */
function namesOf(diagnostics: readonly { readonly name: string }[], inSymbols: (name: string) => string): string {
  const names = diagnostics.slice(0, 3).map(({ name }) => inSymbols(name));
  const rest = diagnostics.length - names.length;
  return rest > 0 ? `${names.join(", ")} and ${rest} more` : names.join(", ");
}

const SYMBOLS: Readonly<Record<string, string>> = { alpha1: "α₁", alpha2: "α₂", alpha3: "α₃", beta1: "β₁", beta2: "β₂", beta3: "β₃", covariate1: "λ, kind of day" };

/** Weights are numbered from the expert's, where one was learned, and the oldest block's on: "weight1". */
function weightName(name: string, fit: ShownFit, forecast: ShownForecast): string {
  const number = /^weight(\d+)$/.exec(name)?.[1];
  if (number === undefined) return name;
  const lag = fit.weights.length - Number.parseInt(number, 10) + 1;
  return lag > forecast.starts.length ? "expert weight" : `weight, lag ${lag}`;
}

function Trace({ name, values, chains }: { readonly name: string; readonly values: Float32Array; readonly chains: number }) {
  const length = Math.floor(values.length / chains);
  const draws = Array.from({ length }, (_, i) => i + 1);
  const from = values.reduce((least, value) => Math.min(least, value), Infinity);
  const to = values.reduce((most, value) => Math.max(most, value), -Infinity);
  return (
    <LineChart
      title={name}
      description={`The course of ${name} over ${length} draws of ${chains} chains, from ${decimal(from, 4)} to ${decimal(to, 4)}.`}
      x={{ label: "draw", from: 1, to: Math.max(2, length) }}
      y={{ label: name, from, to: to > from ? to : from + 1 }}
      series={Array.from({ length: chains }, (_, chain) => ({ name: `chain ${chain + 1}`, x: draws, y: values.subarray(chain * length, (chain + 1) * length) }))}
      thin
    />
  );
}
