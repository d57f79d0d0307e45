// Runs one of our TypeScript entry points, whatever is installed: the packages first, then Node 24 from them.
// Plain JavaScript for the system's Node (20.19 or newer), because nothing else is there on a fresh clone.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [entry, ...rest] = process.argv.slice(2);

const NEEDED = [24, 0]; // runs TypeScript as it is, and has the Node-API 10 that better-sqlite3 13 needs

install();
const node = findNode();
const child = spawnSync(node, [join(root, entry), ...rest], {
  stdio: "inherit",
  env: { ...process.env, PATH: `${dirname(node)}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}` },
});
process.exit(child.status ?? (child.signal ? 130 : 1));

/** Installs what package-lock.json names, once for each version of it. */
function install() {
  const lock = readFileSync(join(root, "package-lock.json"));
  const stamp = join(root, "node_modules", ".hexbeat-installed");
  const wanted = createHash("sha256").update(lock).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.error("Hexbeat: installing the packages of package-lock.json (once; about a minute) …");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const done = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ["ignore", 2, 2] })
    : spawnSync("npm", args, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (done.status !== 0) {
    console.error("Hexbeat: the packages could not be installed. Is the npm registry reachable? Try `npm ci --ignore-scripts`.");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

function findNode() {
  const system = process.platform === "win32" ? "win32" : process.platform;
  const names = [`node-${system === "win32" ? "win" : system}-${process.arch}`, `node-bin-${system}-${process.arch}`];
  for (const name of names) {
    const path = join(root, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
    if (existsSync(path)) return path;
  }
  const [major] = process.versions.node.split(".").map(Number);
  if (major >= NEEDED[0]) return process.execPath;
  console.error(
    `Hexbeat: Node ${process.versions.node} is too old on ${process.platform}-${process.arch}, for which npm has no ` +
      `Node ${NEEDED[0]}. Install Node ${NEEDED[0]} or newer and run the command again.`,
  );
  process.exit(1);
}
