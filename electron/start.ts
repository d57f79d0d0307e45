// `npm start`: builds what is out of date, and opens the workbench in Electron or, without it, in an installed browser.

import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildAll, RENDERER_FOLDER } from "./build.ts";
import { electronBinary, fetchElectron } from "./electronBinary.ts";
import { findBrowser } from "./findBrowser.ts";
import { isBuilt } from "./isBuilt.ts";
import { openBrowser } from "./openBrowser.ts";
import { openWebHost } from "./openWebHost.ts";
import { defaultProjectsFolder } from "./projectsFolder.ts";

const USAGE = `npm start -- [--no-open] [--projects FOLDER]
  --no-open          only print the address, and keep serving
  --projects FOLDER  keep projects there instead of ${defaultProjectsFolder()}`;

/** A program that ends this soon did not come up. */
const TOO_SOON = 5000; // ms
const IDLE_MINUTES = 30;
/** Without a window of ours somebody has to copy the link by hand. */
const COPIED_LINK_SECONDS = 24 * 3600;

const root = join(import.meta.dirname, "..");
const asRoot = process.getuid?.() === 0;
const say = (line: string): void => console.log(`Hexbeat: ${line}`);

const options = readOptions();
const projectsFolder = resolve(options.projects ?? defaultProjectsFolder());

if (!isBuilt(root)) {
  say("building (once after each change) …");
  await buildAll().catch((error: unknown) => {
    console.error(`Hexbeat: the build failed, so there is nothing new to open. ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  });
}

const reason = await startElectron();
if (reason) await startWebHost(reason);

function readOptions(): { readonly "no-open"?: boolean; readonly projects?: string } {
  try {
    const { values } = parseArgs({
      options: { "no-open": { type: "boolean" }, projects: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
    if (!values.help) return values;
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    process.exit(2);
  }
}

/** Runs until its window is closed; or answers at once why Electron is not used. */
async function startElectron(): Promise<string | null> {
  if (options["no-open"]) return "--no-open was asked for";
  if (!hasDisplay()) return "there is no display";
  if (asRoot && process.platform === "linux") return "Electron's sandbox does not start as root";
  const binary = electronBinary() ?? (await fetchElectron());
  if (!binary) return "Electron's binary is not installed and could not be fetched";
  say("opening in Electron.");
  const started = performance.now();
  const child = spawn(binary, [root, `--projects=${projectsFolder}`], { stdio: "inherit" });
  const stop = (): void => void child.kill();
  process.on("SIGINT", stop).on("SIGTERM", stop);
  const code = await new Promise<number | null>((ended) => child.once("exit", ended).once("error", () => ended(1)));
  process.off("SIGINT", stop).off("SIGTERM", stop);
  return code && performance.now() - started < TOO_SOON ? "Electron did not start on this machine" : null;
}

async function startWebHost(reason: string): Promise<void> {
  const browser = hasDisplay() && !options["no-open"] ? findBrowser() : null;
  const server = await openWebHost({
    projectsFolder,
    rendererFolder: RENDERER_FOLDER,
    ...(browser ? { idleMinutes: IDLE_MINUTES, onIdle: () => void stop("no window has been open for 30 minutes; stopped.") } : { linkSeconds: COPIED_LINK_SECONDS }),
  });
  const window = browser && openBrowser(browser, server.url, asRoot);

  let stopping = false;
  async function stop(why?: string): Promise<void> {
    if (stopping) return;
    stopping = true;
    if (why) say(why);
    window?.close();
    await server.close();
    process.exit(0);
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());

  if (browser && window) {
    const unprotected = asRoot && browser.kind === "chromium" ? " As root it runs without its sandbox." : "";
    say(`opening in ${browser.name}, because ${reason}.${unprotected} Closing its window ends Hexbeat.`);
    void window.ended.then((lived) => {
      if (lived > TOO_SOON) return stop("the window was closed; stopped.");
      say(`${browser.name} did not stay open. Open this link in a browser on this machine (good once): ${server.newUrl(COPIED_LINK_SECONDS)}`);
    });
  } else {
    const missing = !hasDisplay() || options["no-open"] ? reason : `${reason}, and no Chromium, Chrome, Edge or Firefox was found`;
    say(`${missing}. Open this link in a browser on this machine (good once): ${server.url}`);
  }
  if (process.stdin.isTTY) {
    say("press Enter for a new link, Ctrl+C to stop.");
    process.stdin.on("data", () => say(server.newUrl(COPIED_LINK_SECONDS)));
  }
}

function hasDisplay(): boolean {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
