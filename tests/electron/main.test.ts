// Electron's main process under Node, with a recording double for `electron`: the security checklist item by item.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { HostReply } from "../../core/host.ts";
import type { Assets } from "../../electron/assetsManifest.ts";
import { SECURITY_HEADERS } from "../../electron/headers.ts";
import { electronDouble } from "../support/electronDouble.ts";

const folder = mkdtempSync(join(tmpdir(), "hexbeat-main-"));
const assets: Assets = {
  entries: [],
  answer: async (path) =>
    path === "/"
      ? { status: 200, headers: { ...SECURITY_HEADERS, "Content-Type": "text/html" }, body: new TextEncoder().encode("page") }
      : { status: 404, headers: SECURITY_HEADERS, body: new Uint8Array() },
};
vi.mock("../../electron/assetsManifest.ts", () => ({ openAssets: () => assets }));

type Double = ReturnType<typeof electronDouble>;
let double: Double;

async function run(lock = true, packaged = false): Promise<Double> {
  vi.resetModules();
  double = electronDouble(lock, packaged);
  vi.doMock("electron", () => double.module);
  await import("../../electron/main.ts");
  if (lock) await double.becomeReady();
  return double;
}
const names = (): string[] => double.calls.map(({ name }) => name);
const argsOf = (name: string): readonly unknown[] => double.calls.find((call) => call.name === name)?.args ?? [];

const argv = process.argv;
beforeEach(async () => {
  process.argv = [...argv, `--projects=${folder}`];
  await run();
});
afterEach(() => {
  double.app.emit("will-quit");
  process.argv = argv;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Fires an event that can be prevented, and says whether it was. */
function prevented(target: { emit(name: string, ...args: unknown[]): boolean }, name: string, details: object = {}): boolean {
  let stopped = false;
  target.emit(name, { ...details, preventDefault: () => (stopped = true) });
  return stopped;
}
const preferences = (): Readonly<Record<string, unknown>> => double.windows[0].options.webPreferences;
const contents = () => double.windows[0].webContents;

describe("before Electron is ready", () => {
  test("the sandbox, the scheme, the switches and the lock are set, in that time", () => {
    const early = names().slice(0, names().indexOf("ready"));
    expect(early).toEqual([
      "app.enableSandbox",
      "app.commandLine.appendSwitch",
      "app.commandLine.appendSwitch",
      "app.commandLine.appendSwitch",
      "protocol.registerSchemesAsPrivileged",
      "app.requestSingleInstanceLock",
    ]);
    expect(double.calls.filter(({ name }) => name.endsWith("appendSwitch")).map(({ args }) => args)).toEqual([
      ["disable-http-cache"],
      ["host-resolver-rules", "MAP * ~NOTFOUND"],
      ["enable-unsafe-swiftshader"],
    ]);
  });

  test("a second instance ends and opens nothing; the first comes to the front", async () => {
    double.app.emit("second-instance");
    expect(names()).toContain("window.restore");
    expect(names()).toContain("window.focus");
    await run(false);
    expect(names()).toContain("app.quit");
    expect(names()).not.toContain("new BrowserWindow");
  });
});

describe("Electron's security checklist", () => {
  test("1: only our own page is loaded", () => expect(argsOf("window.loadURL")).toEqual(["app://bundle/"]));
  test("2, 3, 4, 6, 8, 9, 10, 11: the page's preferences are exactly these", () => {
    expect(preferences()).toEqual({
      preload: expect.stringMatching(/preload\.cjs$/),
      partition: "hexbeat",
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: true,
    });
  });
  test("an installed Hexbeat has no developer tools and takes no folder from its command line", async () => {
    process.env.XDG_DATA_HOME = join(folder, "data");
    process.env.LOCALAPPDATA = join(folder, "data");
    await run(true, true);
    expect(preferences().devTools).toBe(false);
    if (process.platform !== "darwin") expect(readdirSync(join(folder, "data"))).toEqual(["Hexbeat"]);
    delete process.env.XDG_DATA_HOME;
    delete process.env.LOCALAPPDATA;
  });
  test("5: every permission is denied", () => {
    const answer = vi.fn<(granted: boolean) => void>();
    for (const permission of ["media", "geolocation", "notifications", "clipboard-read", "usb", "fileSystem"]) {
      double.handler<(c: object, p: string, a: (granted: boolean) => void) => void>("setPermissionRequestHandler")({}, permission, answer);
      expect(double.handler<(c: object, p: string) => boolean>("setPermissionCheckHandler")({}, permission)).toBe(false);
    }
    expect(answer.mock.calls.every(([granted]) => !granted)).toBe(true);
    expect(answer).toHaveBeenCalledTimes(6);
    expect(double.handler<(d: object) => boolean>("setDevicePermissionHandler")({})).toBe(false);
    const stream = vi.fn();
    double.handler<(r: object, a: (s: object) => void) => void>("setDisplayMediaRequestHandler")({}, stream);
    expect(stream).toHaveBeenCalledWith({});
  });
  test("7: the page comes with the Content Security Policy", async () => {
    const page = await double.handler<(r: Request) => Promise<Response>>("protocol")(new Request("app://bundle/"));
    expect(await page.text()).toBe("page");
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(page.headers.get(name)).toBe(value);
  });
  test("12: no webview is attached", () => expect(prevented(contents(), "will-attach-webview")).toBe(true));
  test("13: the page goes nowhere else", () => {
    for (const name of ["will-navigate", "will-redirect", "will-frame-navigate"]) {
      for (const url of ["https://evil.test/", "http://127.0.0.1/", "file:///etc/passwd", "app://evil/", "app://bundle@evil/", "javascript:alert(1)", "not an address"]) {
        expect(prevented(contents(), name, { url }), `${name} to ${url}`).toBe(true);
      }
      expect(prevented(contents(), name, { url: "app://bundle/" })).toBe(false);
    }
  });
  test("14: no window is opened", () => expect(contents().openHandler?.({ url: "app://bundle/" })).toEqual({ action: "deny" }));
  test("15, 18, 20: no file of electron/ opens links outside, uses file://, or starts crash reports", () => {
    const sources = join(import.meta.dirname, "..", "..", "electron");
    for (const name of readdirSync(sources).filter((file) => file.endsWith(".ts"))) {
      const text = readFileSync(join(sources, name), "utf8");
      expect(text, name).not.toMatch(/openExternal|crashReporter|autoUpdater|loadFile\(|@electron\/remote/);
    }
  });
  test("16: Electron is pinned to one exact version", () => {
    const { devDependencies } = JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "package.json"), "utf8")) as { devDependencies: Record<string, string> };
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  });
  test("17: a call is answered only for the main frame of our page", async () => {
    const call = double.handler<(event: object, method: unknown, input: unknown) => Promise<HostReply<unknown>>>("ipc hexbeat:call");
    const mainFrame = { url: "app://bundle/" };
    const sender = { mainFrame };
    const good = await call({ sender, senderFrame: mainFrame }, "about", {});
    expect(good).toMatchObject({ ok: true, value: { shell: "electron", version: "1.2.3", projectsFolder: folder } });
    const foreign = { url: "https://evil.test/" };
    for (const event of [
      { sender, senderFrame: null },
      { sender, senderFrame: { url: "app://bundle/" } },
      { sender: { mainFrame: foreign }, senderFrame: foreign },
    ]) {
      expect(await call(event, "about", {})).toMatchObject({ ok: false });
    }
    for (const method of ["__proto__", "constructor", "closeAll", "", 7, null]) {
      expect(await call({ sender, senderFrame: mainFrame }, method, {})).toMatchObject({ ok: false });
    }
  });
  test("18: the scheme is standard and secure, fetches, and has no cross-origin access", () => {
    expect(argsOf("protocol.registerSchemesAsPrivileged")).toEqual([
      [{ scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: false } }],
    ]);
    expect(argsOf("session.protocol.handle")).toEqual(["app"]);
    expect(argsOf("session.fromPartition")).toEqual(["hexbeat"]);
  });
});

describe("what leaves the page", () => {
  test("every request but the page's own is cancelled", () => {
    const filter = double.handler<(d: { url: string }, answer: (a: { cancel: boolean }) => void) => void>("onBeforeRequest");
    const cancelled = (url: string): boolean => {
      let cancel = false;
      filter({ url }, (answer) => (cancel = answer.cancel));
      return cancel;
    };
    for (const url of ["https://unpkg.com/x.js", "http://127.0.0.1:80/", "ws://evil.test/", "file:///etc/passwd", "ftp://x/", "nonsense"]) {
      expect(cancelled(url), url).toBe(true);
    }
    for (const url of ["app://bundle/a.js", "blob:app://bundle/1", "data:image/png;base64,"]) expect(cancelled(url), url).toBe(false);
  });

  test("downloads are stopped: files are saved through the dialog", () => {
    expect(prevented(double.pages, "will-download")).toBe(true);
  });

  test("a file is saved where the dialog says, whole, or not at all", async () => {
    const call = double.handler<(event: object, method: string, input: unknown) => Promise<HostReply<unknown>>>("ipc hexbeat:call");
    const mainFrame = { url: "app://bundle/" };
    const save = () => call({ sender: { mainFrame }, senderFrame: mainFrame }, "saveFile", { name: "h.csv", bytes: new Uint8Array([104, 105]) });
    expect(await save()).toEqual({ ok: true, value: "cancelled" });
    const filePath = join(folder, "h.csv");
    writeFileSync(filePath, "an older file that is longer");
    double.saveDialog.answer = { canceled: false, filePath };
    expect(await save()).toEqual({ ok: true, value: "saved" });
    expect(readFileSync(filePath, "utf8")).toBe("hi");
  });
});

describe("the window", () => {
  test("it appears once it is drawn, and comes back after a crash of the page", () => {
    expect(double.windows[0].options.show).toBe(false);
    expect(names()).not.toContain("window.show");
    double.windows[0].emit("ready-to-show");
    expect(names()).toContain("window.show");
    contents().emit("render-process-gone", {}, { reason: "oom" });
    expect(contents().reloads).toBe(1);
    contents().emit("render-process-gone", {}, { reason: "clean-exit" });
    expect(contents().reloads).toBe(1);
  });
});
