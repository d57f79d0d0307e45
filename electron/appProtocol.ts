// app://bundle/: the page and its files in Electron, from the same manifest and with the same headers as on loopback.

import type { CustomScheme } from "electron";
import type { Assets } from "./assetsManifest.ts";
import { SECURITY_HEADERS } from "./headers.ts";

export const APP_SCHEME = "app";
const APP_HOST = "bundle";
export const APP_PAGE = `${APP_SCHEME}://${APP_HOST}/`;

export const APP_SCHEME_PRIVILEGES: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: false },
};

/** A pure function of request and manifest. */
export async function answerAppRequest(assets: Assets, request: Request): Promise<Response> {
  if (request.method !== "GET") return empty(405);
  const path = appPath(request.url);
  if (path === null) return empty(404);
  const { status, headers, body } = await assets.answer(path);
  return new Response(body, { status, headers });
}

/** True for an address on app://bundle/ and nothing else. */
export const isAppUrl = (url: string): boolean => appPath(url) !== null;

/** The path of an address on app://bundle/, as it stands there; null for every other address, and where it has a query. */
function appPath(address: string): string | null {
  const url = URL.parse(address);
  if (!url || url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST) return null;
  return url.username || url.password || url.search ? null : url.pathname;
}

const empty = (status: number): Response => new Response(null, { status, headers: SECURITY_HEADERS });
