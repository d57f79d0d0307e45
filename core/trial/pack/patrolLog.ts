// The log that a phone keeps: who patrols, the patrol under way, the patrols made. Every change gives a new log.

/** A position as the phone told it: degrees, WGS 84, and the radius within which it is likely to be, m. */
export interface Fix {
  readonly lon: number;
  readonly lat: number;
  readonly accuracy: number;
}

export const ACTIVITIES = ["foot patrol", "stop and search", "arrest", "other"] as const;

export type Activity = (typeof ACTIVITIES)[number];

/** A moment by two clocks: what lasts is measured by the first, and people read the second. */
export interface Moment {
  /** ms since 1970, UTC: goes on evenly when the clocks are changed. */
  readonly epoch: number;
  /** Local civil time read as UTC, ms. */
  readonly local: number;
}

export interface RunningPatrol {
  /** Id of the hotspot, and name of the patrol area in it or "". */
  readonly hotspot: string;
  readonly area: string;
  /** The trial day, "2024-05-01": the day before's until the hour at which a trial day starts. */
  readonly date: string;
  readonly team: string;
  readonly officer: string;
  /** Its epoch is the patrol's name too: one officer makes one patrol at a time. */
  readonly start: Moment;
  /** null: not permitted, or not known in time. */
  readonly startAt: Fix | null;
}

export interface Patrol extends RunningPatrol {
  readonly end: Moment;
  readonly endAt: Fix | null;
  readonly activity: Activity;
  readonly note: string;
}

export interface PatrolLog {
  readonly officer: string;
  readonly team: string;
  readonly running: RunningPatrol | null;
  /** The oldest first. */
  readonly patrols: readonly Patrol[];
}

export const EMPTY_LOG: PatrolLog = { officer: "", team: "", running: null, patrols: [] };

/** Starts a patrol by the log's officer; one that is under way goes on instead. */
export const startPatrol = (log: PatrolLog, patrol: Omit<RunningPatrol, "officer" | "team" | "startAt">): PatrolLog =>
  log.running ? log : { ...log, running: { ...patrol, officer: log.officer, team: log.team, startAt: null } };

/** Into the log at once, as a foot patrol without a note: what comes after can change it, but nothing can lose it. */
export const stopPatrol = (log: PatrolLog, end: Moment): PatrolLog =>
  log.running ? { ...log, running: null, patrols: [...log.patrols, { ...log.running, end, endAt: null, activity: "foot patrol", note: "" }] } : log;

/** A stop by mistake: the patrol goes on as if it had not been stopped. Where another is under way nothing changes. */
export function resumePatrol(log: PatrolLog, start: number): PatrolLog {
  const stopped = log.patrols.find((patrol) => patrol.start.epoch === start);
  if (log.running || !stopped) return log;
  const { end: _end, endAt: _endAt, activity: _activity, note: _note, ...running } = stopped;
  return { ...deletePatrol(log, start), running };
}

/** A start by mistake: no patrol is under way, and none was made. */
export const dropPatrol = (log: PatrolLog): PatrolLog => ({ ...log, running: null });

export const changePatrol = (log: PatrolLog, start: number, change: Partial<Pick<Patrol, "activity" | "note" | "startAt" | "endAt">>): PatrolLog => ({
  ...log,
  patrols: log.patrols.map((patrol) => (patrol.start.epoch === start ? { ...patrol, ...change } : patrol)),
});

export const deletePatrol = (log: PatrolLog, start: number): PatrolLog => ({ ...log, patrols: log.patrols.filter((patrol) => patrol.start.epoch !== start) });

/** A position comes seconds after the start, when the patrol may be over already. */
export const placeStart = (log: PatrolLog, start: number, startAt: Fix): PatrolLog =>
  log.running?.start.epoch === start ? { ...log, running: { ...log.running, startAt } } : changePatrol(log, start, { startAt });
