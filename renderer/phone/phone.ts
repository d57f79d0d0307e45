// What the pages of a tasking pack share: the pack, the log with its storage, the page that is shown, the clock.

import { keepLog, readKeptLog } from "../../core/trial/pack/keptLog.ts";
import type { PackData, PackUnit } from "../../core/trial/pack/packData.ts";
import { packNow, type PackNow } from "../../core/trial/pack/packDay.ts";
import { EMPTY_LOG, type Moment, type PatrolLog } from "../../core/trial/pack/patrolLog.ts";

export type Page =
  | { readonly kind: "tasks" }
  | { readonly kind: "hotspot"; readonly unit: PackUnit }
  /** One patrol of the log, by its start. */
  | { readonly kind: "patrol"; readonly start: number }
  | { readonly kind: "log" };

export interface Phone {
  readonly pack: PackData;
  readonly log: PatrolLog;
  readonly page: Page;
  /** False: what the log holds is lost when the page is closed. */
  readonly kept: boolean;
  /** What is to be said once, such as "Enter your number first."; "" for nothing. */
  readonly notice: string;
  /** Why the last position is missing, in words; "" where none is. */
  readonly noPosition: string;
}

export const phoneKey = (pack: PackData): string => `hexbeat-pack-${pack.id}`;

/** With the log that an earlier look at this pack left here. One that cannot be read is put aside, for somebody who can. */
export function openPhone(pack: PackData): Phone {
  let log: PatrolLog | null = null;
  try {
    const text = localStorage.getItem(phoneKey(pack));
    log = readKeptLog(text);
    if (text !== null && log === null) localStorage.setItem(`${phoneKey(pack)}-unread`, text);
  } catch {
    log = EMPTY_LOG; // no storage is permitted to this page: `kept` says so
  }
  const unit = pack.units.find(({ id }) => id === log?.running?.hotspot);
  const phone: Phone = {
    pack, log: log ?? EMPTY_LOG, page: unit ? { kind: "hotspot", unit } : { kind: "tasks" }, kept: true, noPosition: "",
    notice: log === null ? "The log that was on this phone cannot be read. It was put aside; say so when you hand back the next." : "",
  };
  return { ...phone, kept: keep(phone) };
}

/** @returns false where the phone refuses */
export function keep({ pack, log }: Phone): boolean {
  try {
    localStorage.setItem(phoneKey(pack), keepLog(log));
    return true;
  } catch {
    return false;
  }
}

export function now(): Moment {
  const date = new Date();
  const local = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate(), date.getHours(), date.getMinutes(), date.getSeconds());
  return { epoch: date.getTime(), local };
}

/** The team whose hotspots are shown; null while it is still to be chosen. */
export function teamOf({ pack, log }: Phone): string | null {
  if (pack.teams.length < 2) return pack.teams[0] ?? "";
  return pack.teams.includes(log.team) ? log.team : null;
}

export const tasksOf = (phone: Phone): PackNow => packNow(phone.pack, now().local, teamOf(phone) ?? "");

/** What a page may do. */
export interface Act {
  /** A new log is kept at once; the page is drawn anew. */
  log(change: (log: PatrolLog) => PatrolLog, then?: Page): void;
  /** The same for what is being typed: nothing is drawn. */
  quietly(change: (log: PatrolLog) => PatrolLog): void;
  /** @param notice - said above the page until the next one */
  go(page: Page, notice?: string): void;
  /** Why the last position is missing; "" where it is not. */
  noPosition(words: string): void;
}
