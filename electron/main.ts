// Electron's main process: the host behind one IPC channel, one locked window, and nothing else.

import { join } from "node:path";
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from "electron";
import { answerCalls } from "./answerCalls.ts";
import { answerAppRequest, APP_SCHEME, APP_SCHEME_PRIVILEGES } from "./appProtocol.ts";
import { applicationMenu } from "./applicationMenu.ts";
import { openAssets } from "./assetsManifest.ts";
import { atomicWrite } from "./atomicWrite.ts";
import { callHost } from "./callHost.ts";
import { createHost } from "./host.ts";
import { lockContents, lockSession } from "./lockDown.ts";
import { defaultProjectsFolder } from "./projectsFolder.ts";
import { openWindow, PARTITION } from "./window.ts";

// All of this must be said before Electron is ready.
app.enableSandbox();
app.commandLine.appendSwitch("disable-http-cache");
app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
// A workstation without a graphics card (a remote desktop) draws the map in software; the page is ours alone.
app.commandLine.appendSwitch("enable-unsafe-swiftshader");
protocol.registerSchemesAsPrivileged([APP_SCHEME_PRIVILEGES]);
lockContents(app);

if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

function start(): void {
  const development = !app.isPackaged;
  const pages = session.fromPartition(PARTITION);
  lockSession(pages, development);
  const assets = openAssets(join(import.meta.dirname, "..", "renderer"));
  pages.protocol.handle(APP_SCHEME, (request) => answerAppRequest(assets, request));

  const menu = applicationMenu(process.platform);
  Menu.setApplicationMenu(menu && Menu.buildFromTemplate(menu));

  const host = createHost({
    projectsFolder: (development ? namedFolder() : null) ?? defaultProjectsFolder(),
    appVersion: app.getVersion(),
    shell: "electron",
    saveFile: async (name, bytes) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name });
      if (canceled || !filePath) return "cancelled";
      atomicWrite(filePath, bytes);
      return "saved";
    },
  });
  answerCalls(ipcMain, (method, input) => callHost(host, method, input));
  app.on("will-quit", () => host.closeAll());
  app.on("window-all-closed", () => app.quit());

  const window = openWindow(BrowserWindow, join(import.meta.dirname, "preload.cjs"), development);
  app.on("second-instance", () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}

/** `--projects=FOLDER`, as `npm start` passes it on; an installed Hexbeat takes no folder from its command line. */
function namedFolder(): string | null {
  const option = process.argv.find((argument) => argument.startsWith("--projects="));
  return option?.slice("--projects=".length) ?? null;
}
