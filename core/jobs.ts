// The one list of jobs: workers, the command line and every type derive from it.

import { spaceTimeCellMeans } from "./forecast/predict/cellMeanSums.ts";
import { eventArea } from "./forecast/evaluate/eventArea.ts";
import { scoreForecast } from "./forecast/evaluate/scoreForecast.ts";
import { slotForecast } from "./forecast/slots/slotForecast.ts";
import { selfExcitingFit } from "./forecast/selfExciting/selfExcitingFit.ts";
import { selfExcitingPredict } from "./forecast/selfExciting/selfExcitingPredict.ts";
import { summariseBacktest } from "./forecast/evaluate/summariseBacktest.ts";
import { explainCell } from "./forecast/predict/explainCell.ts";
import { explainCellMean } from "./forecast/predict/explainCellMean.ts";
import { spaceTimeAdaptation, spaceTimeChain, spaceTimeFit } from "./forecast/fit/spaceTimeFit.ts";
import { spaceTimePredict, spaceTimeSurfaces } from "./forecast/predict/spaceTimePredict.ts";
import { readLayer } from "./formats/readLayerJob.ts";
import { toLonLats } from "./geo/toLonLats.ts";
import { buildPointIndex } from "./geo/pointIndexJob.ts";
import { aggregateH3 } from "./hotspots/aggregateH3.ts";
import { placeHexagons } from "./hotspots/placement/placeHexagons.ts";
import { crimeConcentrations } from "./hotspots/areas/crimeConcentrations.ts";
import { profileOfAreas } from "./hotspots/areas/profileOfAreas.ts";
import { proposeOutline } from "./hotspots/areas/proposeOutline.ts";
import { exclusionsFromLayer } from "./hotspots/exclude/exclusionsFromLayer.ts";
import { tessellate } from "./hotspots/tessellateJob.ts";
import { concentrationOfCrime } from "./hotspots/find/concentrationOfCrime.ts";
import { identifyHotspots } from "./hotspots/find/identifyHotspots.ts";
import { pointPattern } from "./hotspots/find/pointPattern.ts";
import { stabilityOfAreas } from "./hotspots/find/stabilityOfAreas.ts";
import { filterIncidents } from "./incidents/filterIncidents.ts";
import { importIncidents } from "./incidents/importIncidents.ts";
import { previewIncidents } from "./incidents/previewIncidents.ts";
import type { Job } from "./job.ts";
import { fleetSizes } from "./patrol/fleet/fleetSizes.ts";
import { cautiousAllocation } from "./patrol/robust/cautiousAllocation.ts";
import { frontierBetween } from "./patrol/frontier/frontierBetween.ts";
import { weightedAllocation } from "./patrol/frontier/weightedAllocation.ts";
import { pCentre } from "./patrol/centre/pCentre.ts";
import { setCovering } from "./patrol/centre/setCovering.ts";
import { maximalCovering } from "./patrol/covering/maximalCovering.ts";
import { bestMoves } from "./patrol/live/bestMoves.ts";
import { pMedian } from "./patrol/median/pMedian.ts";
import { allocateSlots } from "./patrol/explore/allocateSlots.ts";
import { allocationEffects } from "./patrol/quality/allocationEffects.ts";
import { decisionQuality } from "./patrol/quality/decisionQuality.ts";
import { placesByArea } from "./patrol/quality/groupByArea.ts";
import { predictionQuality } from "./patrol/quality/predictionQuality.ts";
import { tilePopulation } from "./patrol/quality/tilePopulation.ts";
import { roadDistances } from "./patrol/roads/roadDistances.ts";
import { distanceTargets } from "./patrol/targets/distanceTargets.ts";
import { tileDemand } from "./patrol/tiles.ts";
import { designRecord } from "./record/designRecordJob.ts";
import { dosageOfTrial } from "./trial/dosage/dosageOfTrial.ts";
import { readActivity } from "./trial/dosage/readActivity.ts";
import type { z } from "./schema.ts";
import { randomiseSchedule } from "./trial/schedule/randomiseSchedule.ts";
import { verifySchedule } from "./trial/schedule/verifySchedule.ts";
import { suggestBandwidth } from "./stats/bandwidth.ts";
import { kernelDensity } from "./stats/kernelDensity.ts";
import { smoothDensity } from "./stats/smoothDensity.ts";
import { spreadDensity } from "./stats/spreadDensity.ts";
import { randomisationTest } from "./trial/randomisation/randomisationTest.ts";
import { evaluateTrial } from "./trial/evaluate/evaluateTrial.ts";
import { locationDays } from "./trial/panel/locationDaysJob.ts";
import { powerOfTrial } from "./trial/power/powerOfTrial.ts";
import { displacement } from "./trial/evaluate/displacement.ts";
import { rateRatio } from "./trial/evaluate/rateRatio.ts";
import { twoByTwo } from "./trial/evaluate/twoByTwo.ts";
import { twoMeans } from "./trial/evaluate/twoMeans.ts";
import { publishedTablesJob } from "./trial/published/publishedTablesJob.ts";

export const jobs = {
  previewIncidents,
  importIncidents,
  filterIncidents,
  readLayer,
  aggregateH3,
  kernelDensity,
  spreadDensity,
  smoothDensity,
  suggestBandwidth,
  buildPointIndex,
  toLonLats,
  maximalCovering,
  weightedAllocation,
  frontierBetween,
  fleetSizes,
  cautiousAllocation,
  pMedian,
  distanceTargets,
  pCentre,
  setCovering,
  bestMoves,
  tileDemand,
  allocateSlots,
  roadDistances,
  decisionQuality,
  predictionQuality,
  allocationEffects,
  placesByArea,
  tilePopulation,
  tessellate,
  crimeConcentrations,
  proposeOutline,
  profileOfAreas,
  exclusionsFromLayer,
  identifyHotspots,
  stabilityOfAreas,
  concentrationOfCrime,
  pointPattern,
  placeHexagons,
  eventArea,
  slotForecast,
  scoreForecast,
  summariseBacktest,
  selfExcitingFit,
  selfExcitingPredict,
  spaceTimeFit,
  spaceTimeChain,
  spaceTimeAdaptation,
  spaceTimePredict,
  spaceTimeSurfaces,
  spaceTimeCellMeans,
  explainCell,
  explainCellMean,
  designRecord,
  readActivity,
  dosageOfTrial,
  locationDays,
  evaluateTrial,
  randomiseSchedule,
  verifySchedule,
  powerOfTrial,
  twoByTwo,
  twoMeans,
  rateRatio,
  displacement,
  publishedTables: publishedTablesJob,
  randomisationTest,
};

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
/** What a caller gives (arrays may stand for typed arrays). */
export type JobInput<Name extends JobName> = Jobs[Name] extends Job<infer Schema, unknown> ? z.input<Schema> : never;
export type JobResult<Name extends JobName> = Jobs[Name] extends Job<z.ZodType, infer Result> ? Awaited<Result> : never;

export const isJobName = (name: string): name is JobName => Object.hasOwn(jobs, name);
