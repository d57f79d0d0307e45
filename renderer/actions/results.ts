// Results live in the project, with the parameters actually used, and come back when it is opened again.

import { InputError } from "../../core/errors.ts";
import type { ResultSummary } from "../../core/host.ts";
import type { JsonValue } from "../../core/json.ts";
import type { StoredRequest } from "../../core/replay.ts";
import type { SealedSchedule } from "../../core/trial/sealedSchedule.ts";
import { START_FORECAST_VIEW } from "../forecastView.ts";
import { useStore, type State } from "../store.ts";
import type { AllocationRequest } from "../shownAllocation.ts";
import { fromStored, type Coverage, type StoredAllocation } from "../storedAllocation.ts";
import type { ShownExploration, ShownFleetSizes, ShownFrontier, ShownUncertainty } from "../shownExplorations.ts";
import type { ShownConcentration, ShownTargetCells, ShownPlacement } from "../shownDesign.ts";
import type { Density, ShownBacktest, ShownExpertValue, ShownForecast } from "../shownResults.ts";
import type { DosageParams, ShownDosage } from "../shownDosage.ts";
import type { ShownEvaluation } from "../shownEvaluation.ts";
import type { ShownPower } from "../shownPower.ts";
import { START_FIND_VIEW, type ShownFind } from "../shownFind.ts";
import type { ShownStability } from "../shownStability.ts";
import type { ShownSlots } from "../shownSlots.ts";
import { withParams, type WithoutParams } from "../withoutParams.ts";
import { theHost } from "./theHost.ts";

/** What is drawn of each kind of result, by the name of the job that makes it. */
interface Shown {
  readonly kernelDensity: Density;
  readonly maximalCovering: StoredAllocation | Coverage;
  readonly pMedian: StoredAllocation;
  readonly distanceTargets: StoredAllocation;
  readonly pCentre: StoredAllocation;
  readonly frontier: WithoutParams<ShownFrontier>;
  readonly fleetSizes: WithoutParams<ShownFleetSizes>;
  readonly robust: WithoutParams<ShownUncertainty>;
  readonly exploration: Omit<ShownExploration, "asked">;
  readonly forecast: ShownForecast;
  readonly backtest: ShownBacktest;
  readonly expertValue: ShownExpertValue;
  readonly slotForecast: ShownSlots;
  readonly identifyHotspots: ShownFind;
  readonly stabilityOfAreas: ShownStability;
  readonly placeHexagons: ShownPlacement;
  readonly crimeConcentrations: ShownTargetCells;
  readonly concentrationOfCrime: ShownConcentration;
  readonly randomiseSchedule: SealedSchedule;
  readonly powerOfTrial: ShownPower;
  readonly dosageOfTrial: Omit<ShownDosage, "params" | "id">;
  readonly evaluateTrial: ShownEvaluation;
}

type Kind = keyof Shown;

type Show<Job extends Kind> = (shown: Shown[Job], id: string, request: StoredRequest) => Partial<State>;

const allocation = (stored: StoredAllocation | Coverage, _id: string, { params }: StoredRequest): Partial<State> =>
  ({ allocation: fromStored(stored, params as AllocationRequest["params"]), vehicle: null });

const postingParamsOf = ({ params }: StoredRequest): AllocationRequest["params"] => params["params"] as AllocationRequest["params"];

/** What the window's state becomes when a result is shown. */
const SHOW: { readonly [Job in Kind]: Show<Job> } = {
  kernelDensity: (density) => ({ density }),
  maximalCovering: allocation,
  pMedian: allocation,
  distanceTargets: allocation,
  pCentre: allocation,
  frontier: (stored, _id, request) => ({ frontier: withParams(stored, postingParamsOf(request)) }),
  robust: (stored, _id, request) => ({ uncertainty: withParams(stored, postingParamsOf(request)) }),
  exploration: (stored, _id, { params }) => ({ exploration: { ...stored, asked: params as unknown as ShownExploration["asked"] } }),
  fleetSizes: (stored, _id, request) => ({ fleetSizes: withParams(stored, postingParamsOf(request)) }),
  forecast: (forecast, id) => ({ forecast, forecastView: { ...START_FORECAST_VIEW, stored: id } }),
  backtest: (backtest) => ({ backtest }),
  expertValue: (expertValue) => ({ expertValue }),
  slotForecast: (slots) => ({ slots, slotAt: 0 }),
  identifyHotspots: (find) => ({ finds: { ...useStore.getState().finds, [find.part]: find }, findView: { ...START_FIND_VIEW, part: find.part } }),
  stabilityOfAreas: (stability) => ({ stability }),
  placeHexagons: (placement) => ({ placement }),
  crimeConcentrations: (targetCells) => ({ targetCells }),
  concentrationOfCrime: (concentration) => ({ concentration }),
  randomiseSchedule: (sealed) => ({ schedules: withVersion(useStore.getState().schedules, sealed) }),
  powerOfTrial: (power) => ({ power }),
  dosageOfTrial: (dosage, id, { params }) => ({ dosage: { ...dosage, params: params as unknown as DosageParams, id } }),
  evaluateTrial: (evaluation) => ({ evaluation }),
};

/** In the order of their versions. */
const withVersion = (schedules: readonly SealedSchedule[], sealed: SealedSchedule): readonly SealedSchedule[] =>
  [...schedules.filter(({ version }) => version !== sealed.version), sealed].sort((a, b) => a.version - b.version);

/** A sealed schedule stays: the trial stands on it. */
export const canDelete = ({ job }: ResultSummary): boolean => job !== "randomiseSchedule";

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
  useStore.setState((SHOW[found.job] as Show<Kind>)(found.shown as never, id, found.request));
}

/** null where no project is open, or where the result is of a kind that this version does not know. */
async function storedResult(id: string): Promise<{ readonly job: Kind; readonly shown: Shown[Kind]; readonly request: StoredRequest } | null> {
  const { project } = useStore.getState();
  if (!project) return null;
  const { job, value, request } = await theHost().getResult({ id: project.id, result: id });
  return job in SHOW ? { job: job as Kind, shown: (value as Stored).shown, request: request as StoredRequest } : null;
}

export async function storedForecast(id: string): Promise<ShownForecast | null> {
  const found = await storedResult(id);
  return found?.job === "forecast" ? (found.shown as ShownForecast) : null;
}

export async function storedSlots(id: string): Promise<ShownSlots | null> {
  const found = await storedResult(id);
  return found?.job === "slotForecast" ? (found.shown as ShownSlots) : null;
}

/** Results of which one at a time is shown share a place: every allocation; of the methods side by side those of a part of the day; every version of a schedule has its own. */
function placeOf({ job, parameters }: ResultSummary): string {
  if (job === "randomiseSchedule") return `${job} ${(parameters as { readonly version: number }).version}`;
  if (job in SHOW && SHOW[job as Kind] === allocation) return "allocation";
  return job === "identifyHotspots" ? `${job} ${(parameters as { readonly part: string }).part}` : job;
}

/** The latest in each place is on the map again after opening. */
export async function restoreResults(): Promise<void> {
  const latest = new Map<string, ResultSummary>();
  for (const result of useStore.getState().results) {
    const place = placeOf(result);
    if (result.made > (latest.get(place)?.made ?? "")) latest.set(place, result);
  }
  for (const { id } of latest.values()) await showResult(id);
}

/** @throws InputError for a sealed schedule */
export async function deleteResult(id: string): Promise<void> {
  const { project, results } = useStore.getState();
  if (!project) return;
  const result = results.find((one) => one.id === id);
  if (result && !canDelete(result)) throw new InputError(`${result.title}, and stays. Seal a new version with a reason instead.`);
  await theHost().deleteResult({ id: project.id, result: id });
  useStore.setState((state) => ({ results: state.results.filter((result) => result.id !== id) }));
}
