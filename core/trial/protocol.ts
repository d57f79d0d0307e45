// What a trial is to do, written down before it starts: its units, days, draw, outcomes and limits. Part of the plan.

import type { Shape } from "../geo/types.ts";

/** What is drawn to treatment or control each day: a hotspot with its patrol areas. */
export interface TrialUnit {
  readonly id: string;
  readonly name: string;
  /** Blocked on beside the day, such as "day" and "night"; "" where there is one stratum. */
  readonly stratum: string;
  /** Units of one group always have the same arm; not given: drawn by itself. */
  readonly group?: string;
  /** The hotspot and its patrol areas as they stood when they were taken, m: what lies in several counts once. */
  readonly shapes: readonly Shape[];
  /** Hours of the day (0 to 23) in which patrols are offered; not given: all of them. */
  readonly hours?: readonly number[];
  /** Whose officers see it, such as a local policing area; not given: everybody. */
  readonly team?: string;
  /** Incidents of the primary outcome a day, before the trial: draws are compared by it; not given: not counted. */
  readonly baseline?: number;
}

export type Measure = "prevalence" | "count" | "harm";

export interface TrialOutcome {
  readonly name: string;
  /** Names or categories of offences, as the incidents call them; empty: every offence. */
  readonly offences: readonly string[];
  readonly domestic: "all" | "only" | "without";
}

/** Declared beforehand; whatever else is compared is exploratory and says so. */
export interface TrialSubgroup {
  readonly name: string;
  /** Ids. */
  readonly units: readonly string[];
}

/** A trial day begins at `startHour` of its date and ends as the next begins. */
export interface TrialDays {
  /** The first date: midnight of local civil time read as UTC, ms. */
  readonly first: number;
  readonly days: number;
  /** 0 to 23; a trial day from 06:00 keeps a night whole. */
  readonly startHour: number;
  /** Which rule moves the clocks: its trial days have 23 and 25 hours. */
  readonly clocks: "none" | "europe" | "north-america";
}

/** How arms are dealt out; `core/trial/schedule` says how exactly. */
export interface TrialDraw {
  /** Of the units of a block on treatment, over 0 and below 1. */
  readonly share: number;
  /** "day": a block is a day of a stratum. "pair": two days running; those on treatment on the first are control on the second (a share of one half only). */
  readonly block: "day" | "pair";
  /**
   * Draw again, at most `attempts` times, until the imbalance is at most `most` (schedule/imbalanceOf.ts: both the share of days of
   * each unit and the baselines of the arms); null: the first draw stands.
   */
  readonly redraw: { readonly attempts: number; readonly most: number } | null;
  readonly seed: string;
}

export interface TrialProtocol extends TrialDays, TrialDraw {
  readonly title: string;
  readonly units: readonly TrialUnit[];
  /** The first is the primary outcome. */
  readonly outcomes: readonly TrialOutcome[];
  readonly primary: Measure;
  readonly subgroups: readonly TrialSubgroup[];
  /** Width of the ring about each unit in which displacement is looked for, m. */
  readonly ring: number;
  /** Minutes at which the patrol's timer turns amber, and from which a patrol counts as full. */
  readonly amber: number;
  /** Minutes at which the timer turns green. */
  readonly green: number;
  /** The change that is expected of treatment, −1 to 0: −0.09 is 9 % fewer. */
  readonly expected: number;
  /** Of the tests: 0.05. */
  readonly level: number;
}

/** The Thames Valley trials' numbers: half of the hotspots, days from 06:00, 75 m, 13 and 15 minutes. */
export const START_PROTOCOL: TrialProtocol = {
  title: "Trial",
  units: [],
  first: 0,
  days: 128,
  startHour: 6,
  clocks: "europe",
  share: 0.5,
  block: "day",
  redraw: null,
  seed: "1",
  outcomes: [{ name: "All crime", offences: [], domestic: "all" }],
  primary: "count",
  subgroups: [],
  ring: 75,
  amber: 13,
  green: 15,
  expected: -0.1,
  level: 0.05,
};
