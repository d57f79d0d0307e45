// Runs one of our TypeScript entry points, whatever is installed: the packages first, then Node 24 from them.
// Plain JavaScript for the system's Node (20.19 or newer), because nothing else is there on a fresh clone.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [entry, ...rest] = process.argv.slice(2);

const NEEDED = [24, 0]; // runs TypeScript as it is, and has the Node-API 10 that better-sqlite3 13 needs

await install();
const node = findNode();
const bin = join(root, "node_modules", ".bin"); // vitest, tsc, … are found as under `npm run`
process.exit(
  await run(node, [join(root, entry), ...rest], {
    stdio: "inherit",
    // Compiled once: every command after the first starts in half the time.
    env: { NODE_COMPILE_CACHE: join(root, "out", "compile-cache"), ...process.env, PATH: [dirname(node), bin, process.env.PATH ?? ""].join(delimiter) },
  }),
);

/** The exit code. What is sent to this process alone is passed on, so that nothing is left running; Ctrl+C reaches both. */
function run(command, args, options) {
  const child = spawn(command, args, options);
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(`Hexbeat: ${command} could not be run: ${error.message}`);
      resolve(1);
    });
    child.on("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 143)));
  });
}

/** Installs what package-lock.json names, once for each version of it. */
async function install() {
  const lock = join(root, "package-lock.json");
  const stamp = join(root, "node_modules", ".hexbeat-installed");
  const wanted = createHash("sha256").update(readFileSync(lock)).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  // npm writes its own list last: where it is newer than ours, somebody has just run npm here.
  const listed = statSync(join(root, "node_modules", ".package-lock.json"), { throwIfNoEntry: false });
  if (!listed || listed.mtimeMs < statSync(lock).mtimeMs) {
    console.error("Hexbeat: installing the packages of package-lock.json (once; about a minute) …");
    const npm = process.env.npm_execpath;
    const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    // On standard error, so that the command line's output stays JSON.
    const code = npm?.endsWith(".js")
      ? await run(process.execPath, [npm, ...args], { cwd: root, stdio: ["ignore", 2, 2] })
      : await run("npm", args, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
    if (code !== 0) {
      console.error("Hexbeat: the packages could not be installed. Is the npm registry reachable? Try `npm ci --ignore-scripts`.");
      process.exit(1);
    }
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
