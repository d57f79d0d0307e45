// The workbench's window: a sandboxed page with nothing of Node in it.

import type { BrowserWindow, BrowserWindowConstructorOptions, WebPreferences } from "electron";
import { APP_PAGE } from "./appProtocol.ts";

/** In memory (no "persist:"), so that no cache or storage of incident data stays on the disk. */
export const PARTITION = "hexbeat";

export function webPreferences(preload: string, development: boolean): WebPreferences {
  return {
    preload,
    partition: PARTITION,
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
    spellcheck: false, // its dictionaries would come from the network
    devTools: development,
  };
}

export function openWindow(
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow,
  preload: string,
  development: boolean,
): BrowserWindow {
  const window = new Window({
    title: "Hexbeat",
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    webPreferences: webPreferences(preload, development),
  });
  window.once("ready-to-show", () => window.show());
  // Everything finished is in the project: a page that ran out of memory starts again where it was.
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason !== "clean-exit") window.webContents.reload();
  });
  void window.loadURL(APP_PAGE);
  return window;
}
