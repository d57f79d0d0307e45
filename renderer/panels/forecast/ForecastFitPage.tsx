// What the fit says: bandwidths in metres and hours, block weights by lag, and whether the sampler can be trusted.

import { useState } from "react";
import { bandwidthsOf } from "../../../core/forecast/kernel/bandwidthOf.ts";
import type { DayKind } from "../../../core/forecast/holidays.ts";
import { windowInWords } from "../../../core/forecast/windowInWords.ts";
import type { Summary } from "../../../core/forecast/forecast.ts";
import { BarChart } from "../../charts/BarChart.tsx";
import { useStore } from "../../store.ts";
import type { ShownFit, ShownForecast, ShownSource } from "../../shownResults.ts";
import { Choice } from "../../ui/Choice.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, decimal, metres, percent } from "../../ui/format.ts";
import { DayFacts } from "./DayFacts.tsx";
import { SamplerView } from "./SamplerView.tsx";

const SUBSCRIPTS = ["₁", "₂", "₃"];
const PLACE = "1/α at the mean of α: the bandwidth of a kernel where the adaptation A is 1; with A it is 1/(α A^β) (eq. 8), narrower where events are dense.";
const TIME =
  "τ = 1/h² of the von Mises kernel exp(τ cos(π Δt/12)) is in radians (eq. 5 and 8), so 1/α₃ is h in radians; times 12/π it is hours. " +
  "The Delhi paper's Table 12 prints minutes, because it reads 1/α₃ as hours; its own formulas (5) and (8) give 3 to 4 hours.";
const REPEATED =
  "Files give addresses, block midpoints or snapped points. The likelihood (eq. 10) of exact repeats rises without end as their bandwidth goes to nothing, so the kernels " +
  "become as narrow as a doorstep and chains end in different modes. With a place error each place is spread evenly over a disc of that radius before the fit, seeded.";
/** From this share on it is said. */
const MANY_REPEATED = 0.05;
const BETA = "How far the bandwidths follow the density: 0 not at all, 1 in proportion.";
const EXPERT = "Weight of the expert block, learned from the expert points that spoke of the latest block, or as given where there were none; the past blocks share the rest.";
const LAMBDA =
  "Kernel of the kind of day, Aitchison and Aitken: an event on the same kind of day has weight 1 − λ, on the other kind λ (eq. 35 and Table 14 of the Delhi paper). " +
  "0: only days of the same kind count; ½: the kind of day does not matter.";
const WEIGHTS = "One weight for each lag: how much of the next block is like the block so many blocks before it. Bars are posterior means, lines 95 % intervals, the dashed line equal weights.";

export function ForecastFitPage({ forecast }: { readonly forecast: ShownForecast }) {
  const window = useStore((state) => state.forecastView.window);
  const [chosen, setChosen] = useState<number | null>(null);
  const { sources, windows } = forecast;
  // Spatial models have a fit for each window: the one on the map comes first.
  const at = Math.min(chosen ?? windows[window].source, sources.length - 1);
  const source = sources[at];
  // The fit has a weight for the expert where there was something to learn it from.
  const learned = source.fit !== null && source.fit.weights.length > forecast.starts.length;
  return (
    <>
      {sources.length > 1 && (
        <div className="section">
          <Choice
            label="Window"
            value={`${at}`}
            options={windows.map(({ window: hours, source: of }) => ({ value: `${of}`, label: windowInWords(hours) }))}
            onChange={(value) => setChosen(Number.parseInt(value, 10))}
          />
        </div>
      )}
      <RepeatedPlaces forecast={forecast} />
      <Bandwidths source={source} learned={learned} />
      {forecast.plan.dayKind && source.fit && <Days kind={forecast.plan.dayKind} lambda={source.fit.covariates[0]} />}
      {source.fit && <Weights forecast={forecast} fit={source.fit} learned={learned} />}
      {source.fit ? <SamplerView fit={source.fit} forecast={forecast} /> : (
        <div className="section"><p className="muted hint">Silverman&rsquo;s rule draws nothing: there are no intervals and no chains to judge.</p></div>
      )}
    </>
  );
}

/** Older results do not know the share. */
function RepeatedPlaces({ forecast: { repeated, plan } }: { readonly forecast: ShownForecast }) {
  if (!(repeated > MANY_REPEATED) || (plan.placeError ?? 0) > 0) return null;
  return (
    <div className="section">
      <p className="warn hint">
        <Explained text={REPEATED}>{`${percent(repeated)} of the incidents are at exactly the place of another`}</Explained>: recorded places, not where it happened. Say under Make how far off a record may
        be, or the bandwidths shrink to the records.
      </p>
    </div>
  );
}

function Bandwidths({ source, learned }: { readonly source: ShownSource; readonly learned: boolean }) {
  const { fit, draws, hasExpert } = source;
  const alpha = fit?.alpha ?? draws[0].alpha.map(exactly);
  const beta = fit?.beta ?? draws[0].beta.map(exactly);
  const expert = learned && fit ? fit.weights[0] : exactly(draws[0].weights[0]);
  return (
    <div className="section">
      <h3>Bandwidths</h3>
      <dl className="facts" aria-label="Bandwidths">
        {bandwidthsOf(alpha).map(({ axis, unit, at, low, high }) => (
          <Row key={axis} name={`Bandwidth, ${axis}`} text={unit === "h" ? TIME : PLACE} value={at} low={low} high={high} inWords={unit === "h" ? hours : metres} />
        ))}
        {beta.map(({ mean, q025, q975 }, k) => <Row key={k} name={`β${SUBSCRIPTS[k]}`} text={BETA} value={mean} low={q025} high={q975} inWords={share} />)}
        {hasExpert && <Row name={learned ? "Expert weight" : "Expert weight, as given"} text={EXPERT} value={expert.mean} low={expert.q025} high={expert.q975} inWords={share} />}
      </dl>
    </div>
  );
}

function Days({ kind, lambda }: { readonly kind: DayKind; readonly lambda: Summary }) {
  return (
    <div className="section">
      <h3>Kind of day</h3>
      <dl className="facts" aria-label="Kind of day">
        <DayFacts kind={kind} />
        <Row name="λ" text={LAMBDA} value={lambda.mean} low={lambda.q025} high={lambda.q975} inWords={share} />
      </dl>
      <p className="muted hint">
        An event on the other kind of day counts {percent(lambda.mean / (1 - lambda.mean), 0)} of one on the same kind. At λ = 0 only days of the same kind
        would count, at ½ the kind of day would not matter.
      </p>
    </div>
  );
}

interface RowProps {
  readonly name: string;
  readonly text: string;
  /** null: without a limit, where α is 0. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly inWords: (value: number) => string;
}

function Row({ name, text, value, low, high, inWords }: RowProps) {
  const say = (number: number | null): string => (number === null ? "no limit" : inWords(number));
  return (
    <>
      <dt><Explained text={text}>{name}</Explained></dt>
      <dd>{say(value)}{low !== high && <span className="muted interval">{say(low)} to {say(high)}</span>}</dd>
    </>
  );
}

const hours = (value: number): string => `${decimal(value, 1)} h`;
const share = (value: number): string => decimal(value, 2);

const exactly = (value: number): Summary => ({ mean: value, sd: 0, q025: value, q975: value });

function Weights({ forecast, fit, learned }: { readonly forecast: ShownForecast; readonly fit: ShownFit; readonly learned: boolean }) {
  const weights = learned ? fit.weights.slice(1) : fit.weights;
  if (weights.length < 2) return null;
  const bars = weights
    .map(({ mean, q025, q975 }, i) => ({ at: weights.length - i, value: mean, low: q025, high: q975, name: `${weights.length - i}` }))
    .reverse();
  const most = Math.max(...bars.map(({ high }) => high));
  const largest = bars.reduce((a, b) => (b.value > a.value ? b : a));
  const unit = forecast.plan.days === 7 ? "weeks" : `blocks of ${forecast.plan.days} days`;
  return (
    <div className="section">
      <h3><Explained text={WEIGHTS}>Block weights by lag</Explained></h3>
      <BarChart
        title="Weight of a past block"
        description={`${count(bars.length)} weights; the largest, ${decimal(largest.value, 3)}, at lag ${largest.at}. Equal weights would be ${decimal(1 / bars.length, 3)}.`}
        x={{ label: `lag, ${unit}`, from: 0.5, to: bars.length + 0.5 }}
        y={{ label: "Weights", from: 0, to: most }}
        bars={bars}
        reference={1 / bars.length}
      />
    </div>
  );
}
