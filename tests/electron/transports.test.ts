// The host contract over both transports, through the renderer's own client: real HTTP, and Electron's structured clone.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { IpcMain } from "electron";
import { afterEach, expect, test, vi } from "vitest";
import { answerCalls } from "../../electron/answerCalls.ts";
import { writeManifest } from "../../electron/assetsManifest.ts";
import { callHost } from "../../electron/callHost.ts";
import { openWebHost } from "../../electron/openWebHost.ts";
import type { WebServer } from "../../electron/webServer.ts";
import { localHost, removeFolder, temporaryFolder } from "../support/testHost.ts";
import { hostContractSuite } from "./hostContract.ts";

const realFetch = globalThis.fetch;

/** A tab of a browser, as far as the client looks at it; the headers are those that a browser adds by itself. */
function openTab(url: string): { readonly session: Map<string, string>; address(): string } {
  const { origin, pathname, hash } = new URL(url);
  let address = url;
  const session = new Map<string, string>();
  vi.stubGlobal("window", {});
  vi.stubGlobal("location", { hash, pathname });
  vi.stubGlobal("history", { replaceState: (_state: null, _title: string, path: string) => (address = origin + path) });
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => session.get(key) ?? null,
    setItem: (key: string, value: string) => session.set(key, value),
    removeItem: (key: string) => session.delete(key),
  });
  vi.stubGlobal("fetch", (path: string, init: RequestInit) =>
    realFetch(origin + path, { ...init, headers: { ...(init.headers as Record<string, string>), Origin: origin, "Sec-Fetch-Site": "same-origin" } }),
  );
  return { session, address: () => address };
}

/** Fresh for each tab: a page connects once. */
async function client(): Promise<typeof import("../../renderer/hostClient.ts")> {
  vi.resetModules();
  return import("../../renderer/hostClient.ts");
}

async function webHost(): Promise<{ readonly server: WebServer; done(): Promise<void> }> {
  const folder = temporaryFolder();
  const rendererFolder = join(folder, "renderer");
  mkdirSync(rendererFolder);
  writeFileSync(join(rendererFolder, "index.html"), "");
  writeManifest(rendererFolder);
  const server = await openWebHost({ projectsFolder: join(folder, "projects"), rendererFolder });
  return {
    server,
    async done() {
      await server.close();
      vi.unstubAllGlobals();
      removeFolder(folder);
    },
  };
}

hostContractSuite("loopback HTTP", async () => {
  const { server, done } = await webHost();
  openTab(server.url);
  return { host: await (await client()).connectHost(), done };
});

hostContractSuite("Electron's bridge", async () => {
  const folder = temporaryFolder();
  const host = localHost(folder);
  const mainFrame = { url: "app://bundle/" };
  let answer: (...args: unknown[]) => Promise<unknown> = async () => undefined;
  answerCalls({ handle: (_channel: string, handler: typeof answer) => (answer = handler) } as unknown as IpcMain, (method, input) => callHost(host, method, input));
  vi.stubGlobal("window", {
    hexbeat: {
      call: async (method: string, input: unknown) =>
        structuredClone(await answer({ sender: { mainFrame }, senderFrame: mainFrame }, method, structuredClone(input))),
    },
  });
  return {
    host: await (await client()).connectHost(),
    done: async () => {
      host.closeAll();
      vi.unstubAllGlobals();
      removeFolder(folder);
    },
  };
});

let finish: (() => Promise<void>) | null = null;
afterEach(async () => {
  await finish?.();
  finish = null;
});

test("a tab swaps its code once, forgets it, and keeps its token for a reload", async () => {
  const { server, done } = await webHost();
  finish = done;
  const tab = openTab(server.url);
  const { connectHost } = await client();
  const [host, again] = await Promise.all([connectHost(), connectHost()]);
  expect(again).toBe(host);
  expect(tab.address()).toBe(`http://127.0.0.1:${server.port}/`);
  vi.stubGlobal("location", { hash: "", pathname: "/" });
  const reloaded = await (await client()).connectHost();
  expect((await reloaded.about({})).shell).toBe("web");
});

test("what went wrong is told with the way out: no link, a used link, a host that is gone", async () => {
  const { server, done } = await webHost();
  finish = done;
  const url = server.newUrl();
  openTab(url);
  const host = await (await client()).connectHost();
  openTab(url);
  await expect((await client()).connectHost()).rejects.toThrow(/no longer good.*press Enter/is);
  openTab(`http://127.0.0.1:${server.port}/`);
  await expect((await client()).connectHost()).rejects.toThrow(/without its one-time link/);
  await server.close();
  await expect(host.about({})).rejects.toMatchObject({ name: "ConnectionError", message: expect.stringMatching(/is saved.*npm start/) });
});

test("what the person can mend arrives as an InputError, anything else as an error without details", async () => {
  const { server, done } = await webHost();
  finish = done;
  openTab(server.url);
  const host = await (await client()).connectHost();
  await expect(host.openProject({ id: "0".repeat(32) })).rejects.toMatchObject({ name: "InputError", message: expect.stringMatching(/no longer in the projects folder/) });
  await expect(host.openProject({ id: "../../etc/passwd" })).rejects.toMatchObject({ name: "InputError" });
});
