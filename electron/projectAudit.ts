// The project's audit log (DPA 2018 s.62): who did what and when, each entry sealed onto the one before.

import { userInfo } from "node:os";
import type { AuditClass, HostMethod } from "../core/host.ts";
import { seal } from "./seal.ts";
import type { Database } from "./sqlite.ts";

export interface AuditEntry {
  readonly sequence: number;
  /** ISO 8601, UTC. The order is that of `sequence`: a clock can be set back. */
  readonly time: string;
  readonly person: string;
  readonly method: string;
  readonly class: string;
  readonly detail: string;
}

interface Row extends AuditEntry {
  readonly previous: Buffer;
  readonly this: Buffer;
}

const START = Buffer.alloc(32);

/** To be called inside the transaction that does the deed. `detail` says how much, never about whom. */
export function appendAudit(db: Database, method: HostMethod, kind: NonNullable<AuditClass>, detail: string, now: Date): void {
  const last = db.prepare("SELECT sequence, this FROM audit ORDER BY sequence DESC LIMIT 1").get() as
    | { sequence: number; this: Buffer }
    | undefined;
  const sequence = (last?.sequence ?? 0) + 1;
  const previous = last?.this ?? START;
  const time = now.toISOString();
  const who = person();
  db.prepare(
    "INSERT INTO audit (sequence, time, person, method, class, detail, previous, this) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(sequence, time, who, method, kind, detail, previous, seal(previous, sequence, time, who, method, kind, detail));
}

export function readAudit(db: Database): AuditEntry[] {
  return db.prepare("SELECT sequence, time, person, method, class, detail FROM audit ORDER BY sequence").all() as AuditEntry[];
}

/** The number of the first entry that is not as it was written, or null. Entries cut off the end do not show. */
export function firstBrokenAudit(db: Database): number | null {
  let previous: Buffer = START;
  let expected = 1;
  for (const row of db.prepare("SELECT * FROM audit ORDER BY sequence").iterate() as Iterable<Row>) {
    const chained = seal(previous, row.sequence, row.time, row.person, row.method, row.class, row.detail);
    if (row.sequence !== expected || !previous.equals(row.previous) || !chained.equals(row.this)) return expected;
    previous = row.this;
    expected += 1;
  }
  return null;
}

function person(): string {
  try {
    return userInfo().username;
  } catch {
    return "unknown"; // a system account without a name
  }
}
