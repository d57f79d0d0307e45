// The seal of stored data: SHA-256 over what it is and what it says. SQLite's own checks do not notice a changed value.

import { createHash } from "node:crypto";
import { InputError } from "../core/errors.ts";

/** Each part is preceded by its length, so that moving a byte from one part to the next changes the seal. */
export function seal(...parts: readonly (string | number | Uint8Array)[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = part instanceof Uint8Array ? part : Buffer.from(String(part), "utf8");
    hash.update(`${bytes.byteLength}:`).update(bytes);
  }
  return hash.digest();
}

/** @throws InputError that names what is damaged. */
export function checkSeal(what: string, stored: Uint8Array, ...parts: readonly (string | number | Uint8Array)[]): void {
  if (!seal(...parts).equals(stored)) throw damaged(what);
}

export const damaged = (what: string): InputError =>
  new InputError(
    `${what} is damaged in the project file: its seal does not match. Nothing was changed. ` +
      "Open a copy of the project made earlier, or load the data again.",
  );
