// What the disk refused, in words that say whether the work is safe and what to do: never a path, never a stack.

import { InputError } from "../core/errors.ts";

const FULL = "The disk is full, so this was not saved. What was saved before is safe. Free some space and do it again.";
const REFUSED = "The folder cannot be written, so this was not saved. What was saved before is safe. Ask for the right to write there, or choose another folder.";
const FAULTY = "The disk reported an error, so this was not saved. What was saved before is safe. Check the drive, then open the project again.";
const BUSY = "Another program is using this project. What was saved before is safe. Close it there and try again.";
export const GONE = "The project's file is no longer there: it was moved, deleted, or its drive was taken out. Put it back and open the project again.";
const DAMAGED = "The project's file is damaged and this part of it cannot be read. The file was not changed. Open a copy made earlier.";

const WORDS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)/, FULL],
  [/^(SQLITE_READONLY|SQLITE_PERM|SQLITE_CANTOPEN|EACCES|EPERM|EROFS)/, REFUSED],
  [/^SQLITE_IOERR_(CORRUPTFS|DATA)|^SQLITE_(CORRUPT|NOTADB)/, DAMAGED],
  [/^(SQLITE_IOERR|EIO)/, FAULTY],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|EBUSY|ETXTBSY)/, BUSY],
  [/^ENOENT/, GONE],
];

/** null where the error is not the disk's: then it is a bug of ours. */
export function fileProblem(error: unknown): InputError | null {
  if (error instanceof InputError) return error;
  const code = codeOf(error);
  const found = WORDS.find(([pattern]) => pattern.test(code));
  return found ? new InputError(found[1], { cause: error }) : null;
}

/** After one of these a connection is not to be believed any more: the next call opens the file afresh. */
export const spoilsConnection = (error: unknown): boolean => /^SQLITE_(IOERR|CORRUPT|NOTADB|FULL)/.test(codeOf(error));

/** The code of a system or SQLite error; "" where there is none. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "";
}
