// Finds a browser on this computer: for the web host's window, and for the browser tests.

import { accessSync, constants } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

export interface Browser {
  readonly name: string;
  /** Chromium's relatives open a window of its own with `--app`. */
  readonly kind: "chromium" | "firefox";
  readonly path: string;
}

interface Candidate {
  readonly name: string;
  readonly kind: Browser["kind"];
  readonly places: readonly string[];
}

/** The first that is installed: Chromium, Chrome, Edge, then Firefox; null where there is none. */
export function findBrowser(kinds: readonly Browser["kind"][] = ["chromium", "firefox"]): Browser | null {
  for (const { name, kind, places } of candidates()) {
    if (!kinds.includes(kind)) continue;
    const path = places.find(isExecutable);
    if (path) return { name, kind, path };
  }
  return null;
}

function candidates(): readonly Candidate[] {
  const onPath = (...names: string[]): string[] =>
    (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const mac = (app: string, binary = app): string[] =>
    ["/Applications", join(homedir(), "Applications")].map((folder) => join(folder, `${app}.app`, "Contents", "MacOS", binary));
  const windows = (...parts: string[]): string[] =>
    ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((name) => (process.env[name] ? [join(process.env[name], ...parts)] : []));
  if (process.platform === "darwin") {
    return [
      { name: "Chromium", kind: "chromium", places: mac("Chromium") },
      { name: "Chrome", kind: "chromium", places: mac("Google Chrome") },
      { name: "Edge", kind: "chromium", places: mac("Microsoft Edge") },
      { name: "Firefox", kind: "firefox", places: mac("Firefox", "firefox") },
    ];
  }
  if (process.platform === "win32") {
    return [
      { name: "Chromium", kind: "chromium", places: windows("Chromium", "Application", "chrome.exe") },
      { name: "Chrome", kind: "chromium", places: windows("Google", "Chrome", "Application", "chrome.exe") },
      { name: "Edge", kind: "chromium", places: windows("Microsoft", "Edge", "Application", "msedge.exe") },
      { name: "Firefox", kind: "firefox", places: windows("Mozilla Firefox", "firefox.exe") },
    ];
  }
  return [
    { name: "Chromium", kind: "chromium", places: onPath("chromium", "chromium-browser") },
    { name: "Chrome", kind: "chromium", places: onPath("google-chrome", "google-chrome-stable") },
    { name: "Edge", kind: "chromium", places: onPath("microsoft-edge", "microsoft-edge-stable") },
    { name: "Firefox", kind: "firefox", places: onPath("firefox", "firefox-esr") },
  ];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
