// The forecast on the map: which window, in which colours, beside what; what was used; why a cell has its value.

import type { ResultSummary } from "../../../core/host.ts";
import { MODELS } from "../../../core/forecast/models.ts";
import { dayInWords, windowInWords } from "../../../core/forecast/windowInWords.ts";
import { explainHighestCell } from "../../actions/explainForecast.ts";
import { changeView, compareWithResult, compareWithWindow, showForecast, showWindow } from "../../actions/forecastView.ts";
import { attempt } from "../../actions/messages.ts";
import { comparedWith } from "../../forecastView.ts";
import { density } from "../../layers/forecastLegend.ts";
import type { ShownForecast } from "../../shownResults.ts";
import { staleReasons } from "../../staleForecast.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice, Segments } from "../../ui/Choice.tsx";
import { SliderInput } from "../../ui/SliderInput.tsx";
import { Explained } from "../../ui/Tip.tsx";
import { count, percent } from "../../ui/format.ts";
import { CellExplanationView } from "./CellExplanationView.tsx";
import { DayFacts } from "./DayFacts.tsx";
import { ChangeView } from "./ChangeView.tsx";
import { KeyPlacesView } from "./KeyPlacesView.tsx";
import { JurisdictionsView } from "./JurisdictionsView.tsx";

const DAY = 86_400_000;
const DENSITY =
  "f(s | window) = ∫∫ f(s, t) dt / ∫∫∫ f(s, t) dt ds (eq. 25): the probability density, per km², of where an event of the block in this window happens, averaged over the cell. Its integral over the plane is 1.";
const BOUND = "No cell differs from the sum over all past events and all draws by more than this share of the highest cell: proved, not estimated.";
const SHARE = "Of the block's events, the share that the model expects in this window (the denominator of eq. 25).";

export function ForecastMapPage({ forecast }: { readonly forecast: ShownForecast }) {
  const view = useStore((state) => state.forecastView);
  // A string, so that the selector's answer can be compared.
  const stale = useStore((state) => staleReasons(forecast, state).join(" and "));
  const { block, plan, windows } = forecast;
  const shown = windows[view.window];
  const changing = view.compare === "change" && comparedWith(forecast, view)?.sameCells === true;
  return (
    <>
      <div className="section">
        <h3>{dayInWords(block.from)} to {dayInWords(block.to - DAY)}</h3>
        {stale !== "" && <p className="notice" role="status">Stale: {stale} changed since it was made.</p>}
        <StoredForecasts />
        <SliderInput
          label="Window"
          unit=""
          min={0}
          max={windows.length - 1}
          value={view.window}
          isDisabled={windows.length < 2}
          onChange={showWindow}
          format={(i) => windowInWords(windows[i].window)}
        />
        <Segments
          label="Cells"
          value={view.colours}
          options={[{ value: "classes", label: "Classes" }, { value: "density", label: "Density" }]}
          onChange={(colours) => changeView({ colours })}
          isDisabled={changing}
        />
        <Comparison forecast={forecast} />
      </div>
      <ChangeView forecast={forecast} view={view} />
      <CellExplanationView forecast={forecast} view={view} />
      <div className="section">
        <h3>As it was made</h3>
        <dl className="facts">
          <dt>Model</dt><dd>{plan.model}, {plan.adaptive ? "adaptive" : "fixed"}, {plan.integral === "full" ? "full integral" : "plug-in"}</dd>
          {plan.dayKind && <DayFacts kind={plan.dayKind} />}
          <dt>Past blocks</dt><dd>{count(forecast.starts.length)} of {plan.days} days</dd>
          <dt>Incidents in them</dt><dd>{count(forecast.incidents)}</dd>
          <dt><Explained text={DENSITY}>Highest cell, density per km²</Explained></dt><dd>{density(shown.peak)}</dd>
          {!MODELS[plan.model].spatial && <><dt><Explained text={SHARE}>Events in this window</Explained></dt><dd>{percent(shown.share)}</dd></>}
          <dt><Explained text={BOUND}>Error at most</Explained></dt><dd>{shown.bound === 0 ? "exact" : `${shown.bound.toExponential(1)} of the peak`}</dd>
        </dl>
        <p className="muted hint">{forecast.studyRule}.</p>
        <div className="actions">
          <Button onPress={() => void attempt("Explaining the cell", explainHighestCell)}>Explain the highest cell</Button>
          <Button onPress={() => useStore.setState({ forecast: null })}>Take it off the map</Button>
        </div>
      </div>
      <KeyPlacesView forecast={forecast} view={view} />
      <JurisdictionsView forecast={forecast} view={view} />
    </>
  );
}

/** With the time at which it was made, where another has the same title. */
const titleAmong = (results: readonly ResultSummary[], { id, title, made }: ResultSummary): string =>
  results.some((other) => other.id !== id && other.title === title) ? `${title}, made ${made.slice(11, 16)} UTC` : title;

/** The project's forecasts, by block: one of them is on the map. */
function StoredForecasts() {
  const results = useStore((state) => state.results);
  const shown = useStore((state) => state.forecastView.stored);
  const kept = results.filter(({ job }) => job === "forecast");
  if (kept.length < 2) return null;
  return (
    <div className="stacked">
      <Choice
        label="Block, of the project&rsquo;s forecasts"
        value={shown ?? ""}
        options={kept.map((result) => ({ value: result.id, label: titleAmong(kept, result) }))}
        onChange={(id) => void attempt("Showing the forecast", () => showForecast(id))}
      />
    </div>
  );
}

const NOTHING = "nothing";

function Comparison({ forecast }: { readonly forecast: ShownForecast }) {
  const view = useStore((state) => state.forecastView);
  const results = useStore((state) => state.results);
  const { other } = view;
  const compared = comparedWith(forecast, view);
  const choose = (value: string): void => {
    const [kind, id] = value.split(" ");
    if (kind === NOTHING) changeView({ other: null });
    else if (kind === "window") compareWithWindow(Number.parseInt(id, 10));
    else void attempt("Comparing", () => compareWithResult(id, results.find((result) => result.id === id)?.title ?? id));
  };
  return (
    <>
      <div className="stacked">
        <Choice
          label="Compare with"
          value={other === null ? NOTHING : other.kind === "window" ? `window ${other.window}` : `result ${other.id}`}
          options={[
            { value: NOTHING, label: "Nothing" },
            ...forecast.windows.flatMap(({ window }, i) => (i === view.window ? [] : [{ value: `window ${i}`, label: windowInWords(window) }])),
            ...results.filter(({ job, id }) => job === "forecast" && id !== view.stored).map((result) => ({ value: `result ${result.id}`, label: titleAmong(results, result) })),
          ]}
          onChange={choose}
        />
      </div>
      {compared && (
        <Segments
          label="As"
          value={view.compare}
          options={[{ value: "change", label: "Change" }, { value: "swipe", label: "Swipe" }]}
          onChange={(compare) => changeView({ compare })}
        />
      )}
      {compared && !compared.sameCells && view.compare === "change" && (
        <p className="warn hint">The two have other cells, so that no cell can be followed from one to the other. Look at them with Swipe, or make both with one study area and cell size.</p>
      )}
    </>
  );
}
