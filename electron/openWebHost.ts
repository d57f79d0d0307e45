// The host and the loopback server in front of it: what `npm start` opens in a browser, and what the walks are run on.

import { openAssets } from "./assetsManifest.ts";
import { appVersion } from "./appVersion.ts";
import { callHost } from "./callHost.ts";
import { createHost } from "./host.ts";
import { startWebServer, type WebServer, type WebServerOptions } from "./webServer.ts";

export interface WebHostOptions extends Omit<WebServerOptions, "call" | "assets"> {
  readonly projectsFolder: string;
  /** The built renderer. */
  readonly rendererFolder: string;
}

export async function openWebHost({ projectsFolder, rendererFolder, ...options }: WebHostOptions): Promise<WebServer> {
  const host = createHost({
    projectsFolder,
    appVersion: appVersion(),
    shell: "web",
    // The browser saves it: a page may not name a place on the disk.
    saveFile: async () => "download",
  });
  const server = await startWebServer({
    ...options,
    assets: openAssets(rendererFolder),
    call: (method, input) => callHost(host, method, input),
  });
  return {
    ...server,
    async close() {
      await server.close();
      host.closeAll();
    },
  };
}
