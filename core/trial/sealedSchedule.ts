// A schedule that can no longer be changed: its arms, what they were drawn from, and the hashes that show any change.

import type { TrialProtocol } from "./protocol.ts";

export interface SealedSchedule {
  /** 1, 2, … ; each after the first has a reason, and the seal of the one before. */
  readonly version: number;
  readonly reason: string | null;
  readonly previous: string | null;
  /** ISO 8601, UTC. */
  readonly made: string;
  readonly protocol: TrialProtocol;
  /** Drawn here from the protocol's seed, or brought in from a file: then no draw can be repeated, and the hash alone stands for it. */
  readonly origin: { readonly kind: "drawn"; readonly attempt: number } | { readonly kind: "imported"; readonly file: string };
  /** Days at the start that stand as the version before had them: they had begun when this one was made. */
  readonly kept: number;
  /** Trial days that had begun as it was sealed: the seal says nothing of what happened to them before. */
  readonly begun: number;
  /** Location-days whose arm is not as the version before has it, and those of them whose day had begun; null for the first. */
  readonly changed: { readonly arms: number; readonly begun: number } | null;
  /** 1 treatment, 0 control; day × units + unit. */
  readonly arms: Uint8Array;
  /** SHA-256 of the schedule's CSV file, hexadecimal: what `sha256sum` says of the exported file. */
  readonly hash: string;
  /** SHA-256 of the registration text (schedule/registration.ts: protocol, hash, version, reason, previous seal), hexadecimal. */
  readonly seal: string;
}
