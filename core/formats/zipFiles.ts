// Files put together in a ZIP archive: the same files are the same bytes, whenever they are written.

import { zipSync } from "fflate";

/** What the archive says of when its files were made: a ZIP needs a date from 1980 to 2099. */
const ALWAYS = Date.UTC(2000, 0, 1, 12);

/** @param files - name and content in UTF-8 */
export const zipFiles = (files: readonly (readonly [name: string, text: string])[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(([name, text]) => [name, new TextEncoder().encode(text)])), { mtime: ALWAYS });
