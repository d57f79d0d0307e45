// What a page in Electron may not do: ask for permissions, leave, open windows, load from elsewhere, download.

import type { App, Session, WebContents } from "electron";
import { APP_SCHEME, isAppUrl } from "./appProtocol.ts";

const LOCAL_SCHEMES = [`${APP_SCHEME}:`, "blob:", "data:"];

export function lockSession(session: Session, development: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  const allowed = development ? [...LOCAL_SCHEMES, "devtools:"] : LOCAL_SCHEMES;
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !allowed.includes(URL.parse(url)?.protocol ?? "") }));
  session.on("will-download", (event) => event.preventDefault());
}

export function lockContents(app: App): void {
  app.on("web-contents-created", (_event, contents) => lockPage(contents));
}

function lockPage(contents: WebContents): void {
  contents.on("will-navigate", stayHome);
  contents.on("will-redirect", stayHome);
  contents.on("will-frame-navigate", stayHome);
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
}

function stayHome(event: { readonly url: string; preventDefault(): void }): void {
  if (!isAppUrl(event.url)) event.preventDefault();
}
