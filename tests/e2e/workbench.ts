// A walk's start: the workbench open on a fresh host, and watched: a console error, a violation of the Content Security
// Policy, or a request that leaves the machine fails the walk.

import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { openWebHost } from "../../electron/openWebHost.ts";
import type { WebServer } from "../../electron/webServer.ts";

export interface Workbench {
  readonly page: Page;
  readonly server: WebServer;
  readonly projectsFolder: string;
  /** Console errors that this walk brings about on purpose. */
  expectConsoleError(pattern: RegExp): void;
}

const rendererFolder = join(import.meta.dirname, "..", "..", "out", "renderer");

const newFolder = (): string => mkdtempSync(join(tmpdir(), "hexbeat-walk-"));

export const test = base.extend<{ workbench: Workbench; startsWith: "sample" | "nothing"; before: { readonly change: (projectsFolder: string) => Promise<void> } }, { sampleFolder: string }>({
  /** What is done to the projects folder before the window opens: what other walks do by hand. */
  before: [{ change: async () => undefined }, { option: true }],
  /** Whether the projects folder holds the sample project, as it is after the first start, or nothing. */
  startsWith: ["sample", { option: true }],
  /** Loaded by the window itself, once for all walks. */
  sampleFolder: [async ({ browser }, use) => {
    const projectsFolder = newFolder();
    const server = await openWebHost({ projectsFolder, rendererFolder });
    const page = await browser.newPage();
    let kept = Infinity;
    page.on("response", (response) => {
      if (response.url().endsWith("/putSettings")) kept = Date.now();
    });
    await page.goto(server.url);
    await expect(page.locator("[data-testid=map]")).toHaveAttribute("data-ready", "true", { timeout: 60_000 });
    await expect(page.locator(".status-bar")).toContainText("56,714 incidents", { timeout: 90_000 });
    // The map stands over the town, and that is kept too.
    await expect(page.locator(".status-bar")).toContainText(/1 : \d{2},\d{3}(?!,)/, { timeout: 60_000 });
    await expect.poll(() => Date.now() - kept, { timeout: 60_000 }).toBeGreaterThan(2000);
    await page.close();
    await server.close();
    await use(projectsFolder);
    rmSync(projectsFolder, { recursive: true, force: true });
  }, { scope: "worker", timeout: 120_000 }],
  workbench: async ({ context, page, startsWith, before, sampleFolder }, walk) => {
    if (!existsSync(rendererFolder)) throw new Error("out/renderer is not built: run `npm run build` first.");
    const projectsFolder = newFolder();
    if (startsWith === "sample") cpSync(sampleFolder, projectsFolder, { recursive: true });
    await before.change(projectsFolder);
    const server = await openWebHost({ projectsFolder, rendererFolder });
    const expected: RegExp[] = [];
    const faults = watch(context, page, server.port);
    await page.goto(server.url);
    await walk({ page, server, projectsFolder, expectConsoleError: (pattern) => expected.push(pattern) });
    const unexpected = faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)));
    await page.close();
    await server.close();
    rmSync(projectsFolder, { recursive: true, force: true });
    expect(unexpected, "faults seen by the browser during the walk").toEqual([]);
  },
});

export { expect };

/** Everything that must not happen, in words, as it happens. */
export function watch(context: BrowserContext, page: Page, port: number): string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  context.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol === "blob:" || protocol === "data:") return;
    if (host !== `127.0.0.1:${port}`) faults.push(`request to another place: ${request.url()}`);
  });
  // Chromium reports violations to the console as errors, except those of workers; the event brings the rest.
  void page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`CSP: ${event.effectiveDirective} blocked ${event.blockedURI}`);
    });
  });
  return faults;
}
