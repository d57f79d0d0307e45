// The schedule that the window shows: the draft that was drawn last, otherwise the sealed one in force.

import { present } from "../core/plan/history.ts";
import type { SealedSchedule } from "../core/trial/sealedSchedule.ts";
import { scheduleInForce } from "../core/trial/schedule/scheduleInForce.ts";
import type { State } from "./store.ts";

/** Drawn or brought in, and not sealed. */
export type ScheduleDraft = Pick<SealedSchedule, "protocol" | "origin" | "kept" | "arms" | "hash">;

type ScheduleState = Pick<State, "schedules" | "scheduleDraft" | "history">;

/** A draft speaks for the protocol that it was drawn from alone. */
export const draftOf = (state: Pick<ScheduleState, "scheduleDraft" | "history">): ScheduleDraft | null =>
  state.scheduleDraft?.protocol === present(state.history).trial ? state.scheduleDraft : null;

export const shownSchedule = (state: ScheduleState): ScheduleDraft | SealedSchedule | null => draftOf(state) ?? scheduleInForce(state.schedules);

/** The index of the day that is chosen, or the last one where a schedule has fewer. */
export const shownTrialDay = ({ trialDay }: Pick<State, "trialDay">, { protocol }: Pick<ScheduleDraft, "protocol">): number => Math.min(trialDay, protocol.days - 1);
