// Results live in the project, with the parameters actually used, and come back when it is opened again.

import type { JsonValue } from "../../core/json.ts";
import type { StoredRequest } from "../../core/replay.ts";
import { START_FORECAST_VIEW } from "../forecastView.ts";
import { useStore, type State } from "../store.ts";
import type { Coverage, Density, ShownBacktest, ShownExpertValue, ShownForecast } from "../shownResults.ts";
import type { ShownSlots } from "../shownSlots.ts";
import { theHost } from "./theHost.ts";

/** What is drawn of each kind of result, by the name of the job that makes it. */
interface Shown {
  readonly kernelDensity: Density;
  readonly maximalCovering: Coverage;
  readonly forecast: ShownForecast;
  readonly backtest: ShownBacktest;
  readonly expertValue: ShownExpertValue;
  readonly slotForecast: ShownSlots;
}

type Kind = keyof Shown;

/** What the window's state becomes when a result is shown. */
const SHOW: { readonly [Job in Kind]: (shown: Shown[Job], id: string) => Partial<State> } = {
  kernelDensity: (density) => ({ density }),
  maximalCovering: (coverage) => ({ coverage }),
  forecast: (forecast, id) => ({ forecast, forecastView: { ...START_FORECAST_VIEW, stored: id } }),
  backtest: (backtest) => ({ backtest }),
  expertValue: (expertValue) => ({ expertValue }),
  slotForecast: (slots) => ({ slots, slotAt: 0 }),
};

interface NewResult<Job extends Kind> {
  readonly job: Job;
  readonly title: string;
  readonly parameters: JsonValue;
  readonly request: StoredRequest;
  /** What is drawn. */
  readonly value: Shown[Job];
  /** The job's own numbers, which `hexbeat replay` compares. */
  readonly numbers: Readonly<Record<string, unknown>>;
}

interface Stored {
  readonly shown: Shown[Kind];
  readonly numbers: Readonly<Record<string, unknown>>;
}

/** @returns its id in the project; null where the project cannot be written to */
export async function keepResult<Job extends Kind>({ value, numbers, ...summary }: NewResult<Job>): Promise<string | null> {
  const { project, readOnly, about, results } = useStore.getState();
  if (!project || readOnly) return null;
  const taken = results.map(({ id }) => Number(/^result-(\d+)$/.exec(id)?.[1] ?? 0));
  const kept = {
    job: summary.job,
    title: summary.title,
    parameters: summary.parameters,
    id: `result-${Math.max(0, ...taken) + 1}`,
    made: new Date().toISOString(),
    version: about?.version ?? "",
  };
  const stored: Stored = { shown: value, numbers };
  await theHost().putResult({ id: project.id, result: { ...kept, request: summary.request, value: stored } });
  useStore.setState((state) => ({ results: [kept, ...state.results] }));
  return kept.id;
}

export async function showResult(id: string): Promise<void> {
  const found = await storedResult(id);
  if (!found) return;
  useStore.setState((SHOW[found.job] as (shown: Shown[Kind], id: string) => Partial<State>)(found.shown, id));
}

/** null where no project is open, or where the result is of a kind that this version does not know. */
async function storedResult(id: string): Promise<{ readonly job: Kind; readonly shown: Shown[Kind] } | null> {
  const { project } = useStore.getState();
  if (!project) return null;
  const { job, value } = await theHost().getResult({ id: project.id, result: id });
  return job in SHOW ? { job: job as Kind, shown: (value as Stored).shown } : null;
}

export async function storedForecast(id: string): Promise<ShownForecast | null> {
  const found = await storedResult(id);
  return found?.job === "forecast" ? (found.shown as ShownForecast) : null;
}

/** The latest of each kind is on the map again after opening. */
export async function restoreResults(): Promise<void> {
  const { results } = useStore.getState();
  for (const job of Object.keys(SHOW)) {
    const latest = results.filter((result) => result.job === job).reduce<string | null>(
      (found, { id, made }) => (found === null || made > (results.find((other) => other.id === found)?.made ?? "") ? id : found),
      null,
    );
    if (latest !== null) await showResult(latest);
  }
}

export async function deleteResult(id: string): Promise<void> {
  const { project } = useStore.getState();
  if (!project) return;
  await theHost().deleteResult({ id: project.id, result: id });
  useStore.setState((state) => ({ results: state.results.filter((result) => result.id !== id) }));
}
