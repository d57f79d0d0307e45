// better-sqlite3, loaded only where it can run: on an older Node its binary ends the whole process.

import { createRequire } from "node:module";
import type BetterSqlite3 from "better-sqlite3";

export type Database = BetterSqlite3.Database;

const NODE_API = 10;
/** Older ones can corrupt a WAL database that two connections write to. */
const FLOOR = [3, 51, 3];

let constructor: typeof BetterSqlite3 | null = null;

/** Opens a database file, or one in memory from its bytes. */
export function openSqlite(source: string | Buffer, options: { readonly?: boolean; fileMustExist?: boolean; timeout?: number } = {}): Database {
  constructor ??= load();
  return new constructor(source, options);
}

function load(): typeof BetterSqlite3 {
  const have = Number.parseInt(process.versions.napi ?? "0", 10);
  if (have < NODE_API) {
    throw new Error(
      `Hexbeat's database needs Node-API ${NODE_API} (Node 22.14 or newer); this is Node ${process.versions.node} with ` +
        `Node-API ${have}. Start Hexbeat with \`npm start\` or \`npm run hexbeat\`, which bring their own Node.`,
    );
  }
  const Constructor = createRequire(import.meta.url)("better-sqlite3") as typeof BetterSqlite3;
  const db = new Constructor(":memory:");
  const version = db.prepare("SELECT sqlite_version()").pluck().get() as string;
  db.close();
  const got = version.split(".").map((part) => Number.parseInt(part, 10));
  const first = got.findIndex((part, i) => part !== FLOOR[i]);
  if (first >= 0 && got[first] < FLOOR[first]) {
    throw new Error(`SQLite ${version} is too old; ${FLOOR.join(".")} or newer is needed. Install Hexbeat's packages again.`);
  }
  return Constructor;
}
