// Who may talk to the loopback host: one-time codes in, one token out, and how often somebody guessed wrong.

import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const FAILURES_TOLERATED = 5;
const FAILURE_WINDOW = 60_000; // ms
const FAILURE_DELAY = 1000; // ms

export interface Session {
  /** A fresh one-time code: 256 random bits, good once and for `seconds`. */
  newCode(seconds: number): string;
  /** True while a code waits to be used: only then may a page be opened from another place (a file, a terminal). */
  codeOutstanding(): boolean;
  /** The token, once for each code; null for a code that is wrong, used or too old. */
  redeem(code: string): string | null;
  /** Compares the whole `Authorization` header in constant time. */
  admits(authorization: string | undefined): boolean;
  /** Notes a failure and answers how long its reply must wait, in ms. */
  penalty(): number;
}

/** `now` counts ms and never runs backwards, so that changing the computer's clock keeps no code alive. */
export function createSession(now: () => number): Session {
  const token = secret();
  const codes = new Map<string, number>(); // hash of the code → when it ends
  let failures: number[] = [];
  const forgetOld = (): void => {
    for (const [hash, end] of codes) if (end < now()) codes.delete(hash);
  };
  return {
    newCode(seconds) {
      const code = secret();
      codes.set(hashOf(code), now() + seconds * 1000);
      return code;
    },
    codeOutstanding() {
      forgetOld();
      return codes.size > 0;
    },
    redeem(code) {
      forgetOld();
      return codes.delete(hashOf(code)) ? token : null;
    },
    admits(authorization) {
      const expected = createHash("sha256").update(`Bearer ${token}`).digest();
      return timingSafeEqual(expected, createHash("sha256").update(authorization ?? "").digest());
    },
    penalty() {
      failures = [...failures.filter((time) => time > now() - FAILURE_WINDOW), now()].slice(-FAILURES_TOLERATED - 1);
      return failures.length > FAILURES_TOLERATED ? FAILURE_DELAY : 0;
    },
  };
}

const secret = (): string => randomBytes(32).toString("base64url");
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
