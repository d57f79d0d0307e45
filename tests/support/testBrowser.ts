// The browser of the walks: one that is installed, or Playwright's own.

import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { findBrowser } from "../../electron/findBrowser.ts";

/** The path of a Chromium or one of its relatives; null where there is none. */
export function testBrowser(): string | null {
  const installed = findBrowser(["chromium"]);
  if (installed) return installed.path;
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}
