// The preload under Node: what the page is given, and nothing more.

import { expect, test, vi } from "vitest";

const exposed: Record<string, { call(method: string, input: unknown): Promise<unknown> }> = {};
const invoke = vi.fn(async (..._args: unknown[]) => ({ ok: true, value: 7 }));
vi.mock("electron", () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: (typeof exposed)[string]) => (exposed[name] = api) },
  ipcRenderer: { invoke, send: vi.fn(), on: vi.fn() },
}));

test("the page is given one frozen object with one function, which answers a reply and no event", async () => {
  await import("../../electron/preload.ts");
  expect(Object.keys(exposed)).toEqual(["hexbeat"]);
  expect(Object.keys(exposed.hexbeat)).toEqual(["call"]);
  expect(Object.isFrozen(exposed.hexbeat)).toBe(true);
  expect(await exposed.hexbeat.call("about", { a: 1 })).toEqual({ ok: true, value: 7 });
  expect(invoke).toHaveBeenCalledExactlyOnceWith("hexbeat:call", "about", { a: 1 });
});
