// The checklist of CONSORT 2010 (Schulz, Altman and Moher, BMJ 340:c332): where each item stands in the report, or that it is missing.

import { reportTitle, TRIAL_TEXTS } from "./trialCover.ts";
import type { TrialReportInput } from "./trialReportInput.ts";

export interface ConsortItem {
  /** "7a" */
  readonly item: string;
  readonly text: string;
  /** Id of the report's section. */
  readonly section: string;
  /** Why it does not stand there: "not given", "not done". null: it stands there. */
  readonly missing: string | null;
}

type Reported = Pick<TrialReportInput, "cover" | "protocol" | "schedules" | "power" | "evaluation">;
type Rule = readonly [item: string, text: string, section: string, missing: (input: Reported) => string | null];

const whereEvaluated = ({ evaluation }: Reported): string | null => (evaluation ? null : "not done: the trial was not evaluated");
const whereSealed = ({ schedules }: Reported): string | null => (schedules.length > 0 ? null : "not done: no schedule was sealed");
const whereUnits = ({ protocol }: Reported): string | null => (protocol.units.length > 0 ? null : "not given: the trial has no units");

/** What people write. */
const written = (item: string): Rule[3] => {
  const { name } = TRIAL_TEXTS.find((text) => text.item === item)!;
  return ({ cover }) => (cover[name].trim() === "" ? "not given" : null);
};

/** The extensions for cluster (2012) and crossover trials (2019) as far as a trial of location-days has their items. */
const RULES: readonly Rule[] = [
  ["1a", "Identified as a randomised trial in the title", "summary", ({ cover, protocol }) => (/randomi[sz]ed/i.test(reportTitle(cover, protocol.title)) ? null : "the title does not say so")],
  ["1b", "Structured summary of design, methods, results and conclusions", "summary", whereEvaluated],
  ["2a", "Scientific background and rationale", "introduction", written("2a")],
  ["2b", "Objectives or hypotheses", "introduction", written("2b")],
  ["3a", "Trial design and allocation ratio; units that are clusters and change arms", "design", whereUnits],
  ["3b", "Changes to methods after the start, with reasons", "randomisation", whereSealed],
  ["4a", "Eligibility criteria", "units", written("4a")],
  ["4b", "Settings and locations", "design", written("4b")],
  ["5", "Interventions for each group, to be repeated by others", "interventions", written("5")],
  ["6a", "Primary and secondary outcomes, defined beforehand", "outcomes", whereUnits],
  ["6b", "Changes to outcomes after the start, with reasons", "randomisation", whereSealed],
  ["7a", "How the sample size was determined", "power", ({ power }) => (power ? null : "not done: no power calculation was kept")],
  ["7b", "Interim analyses and stopping", "summary", whereEvaluated],
  ["8a", "Method that generated the random sequence", "randomisation", whereSealed],
  ["8b", "Type of randomisation, restrictions, blocks", "randomisation", whereSealed],
  ["9", "Mechanism that kept the sequence", "randomisation", whereSealed],
  ["10", "Who generated the sequence, enrolled and assigned", "randomisation", written("10")],
  ["11a", "Who was blinded, and how", "blinding", written("11a")],
  ["12a", "Statistical methods for the outcomes, clustering accounted for", "conventions", whereEvaluated],
  ["12b", "Methods for additional analyses", "conventions", whereEvaluated],
  ["13a", "Numbers drawn, treated and analysed in each group (flow)", "flow", whereEvaluated],
  ["13b", "Losses and exclusions after randomisation, with reasons", "flow", whereEvaluated],
  ["14a", "Dates", "flow", whereUnits],
  ["14b", "Why the trial ended or was stopped", "flow", written("14b")],
  ["15", "Baseline of each group", "randomisation", ({ protocol, schedules }) => (schedules.length > 0 && protocol.units.some(({ baseline }) => baseline !== undefined) ? null : "not given: the units have no baseline, or no schedule was sealed")],
  ["16", "Numbers analysed, by original groups", "results", whereEvaluated],
  ["17a", "Results of each group, effect sizes and their precision", "results", whereEvaluated],
  ["17b", "Absolute and relative effect for prevalence", "results", whereEvaluated],
  ["18", "Other analyses, declared beforehand told from exploratory", "ancillary", whereEvaluated],
  ["19", "Harms", "harms", written("19")],
  ["20", "Limitations; carry-over from day to day", "discussion", written("20")],
  ["21", "Generalisability", "discussion", written("21")],
  ["22", "Interpretation, benefits against harms", "discussion", written("22")],
  ["23", "Registration number and registry", "registration", written("23")],
  ["24", "Where the protocol can be read", "registration", written("24")],
  ["25", "Funding", "registration", written("25")],
];

export const consortChecklist = (input: Reported): ConsortItem[] =>
  RULES.map(([item, text, section, missing]) => ({ item, text, section, missing: missing(input) }));
