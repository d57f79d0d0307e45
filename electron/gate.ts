// The loopback host's gate: a request is refused unless every rule lets it through. A pure function, tested as a table.
// The order of the rules is that of their cost to an attacker: where it comes from first, who it says it is last.

import { HOST_METHODS, type HostMethod } from "../core/host.ts";
import { bodyLimit, CODE_BODY_LIMIT, HEARTBEAT_PATH, HEXBEAT_HEADER, RPC_PREFIX, TOKEN_PATH } from "../core/loopback.ts";

export interface GateRequest {
  readonly method: string;
  /** The request target as it stands in the first line. */
  readonly target: string;
  /** Name, value, name, value, …, as received. */
  readonly rawHeaders: readonly string[];
  readonly peer: string | undefined;
}

export interface GateState {
  readonly port: number;
  codeOutstanding(): boolean;
  admits(authorization: string | undefined): boolean;
}

export type Verdict =
  | { readonly kind: "refused"; readonly status: number; readonly guess: boolean }
  | { readonly kind: "asset"; readonly path: string }
  | { readonly kind: "token"; readonly length: number }
  | { readonly kind: "heartbeat"; readonly length: number }
  | { readonly kind: "rpc"; readonly method: HostMethod; readonly length: number };

/** What our own pages ask for; no frame, object, embed or service worker is among it. */
const ASSET_DESTINATIONS = new Set(["script", "style", "font", "image", "worker", "empty", "manifest"]);
const BODY_TYPES = new Set(["application/json", "application/octet-stream"]);

export function judge(request: GateRequest, state: GateState): Verdict {
  const { method, target, peer } = request;
  if (peer !== "127.0.0.1") return refused(403);
  const headers = distinct(request.rawHeaders);
  if (!headers) return refused(400);
  if (headers.get("host") !== `127.0.0.1:${state.port}`) return refused(421);
  if (method !== "GET" && method !== "POST") return refused(405);
  if (!/^\/[\x21-\x7e]*$/.test(target)) return refused(400);
  if (headers.has("upgrade") || headers.has("expect") || headers.has("transfer-encoding")) return refused(400);
  return method === "GET" ? judgeGet(target, headers, state) : judgePost(target, headers, state);
}

function judgeGet(target: string, headers: ReadonlyMap<string, string>, state: GateState): Verdict {
  if (headers.has("content-length")) return refused(400);
  const site = headers.get("sec-fetch-site");
  const destination = headers.get("sec-fetch-dest") ?? "";
  if (destination === "document") {
    if (headers.get("sec-fetch-mode") !== "navigate") return refused(403);
    // `npm start` opens the browser on a local file that leads here, which browsers call cross-site.
    if (site !== "none" && site !== "same-origin" && !(site === "cross-site" && state.codeOutstanding())) return refused(403);
    return target === "/" || target === "/index.html" ? { kind: "asset", path: target } : refused(404);
  }
  if (site !== "same-origin" || !ASSET_DESTINATIONS.has(destination)) return refused(403);
  return { kind: "asset", path: target };
}

function judgePost(target: string, headers: ReadonlyMap<string, string>, state: GateState): Verdict {
  if (headers.get("sec-fetch-site") !== "same-origin") return refused(403);
  if (headers.get("origin") !== `http://127.0.0.1:${state.port}`) return refused(403);
  if (target !== TOKEN_PATH && !state.admits(headers.get("authorization"))) return refused(401, true);
  if (headers.get(HEXBEAT_HEADER) !== "1") return refused(403);
  if (!BODY_TYPES.has(headers.get("content-type") ?? "")) return refused(415);
  const sent = headers.get("content-length");
  if (sent === undefined) return refused(411);
  if (!/^\d{1,12}$/.test(sent)) return refused(400);
  const length = Number.parseInt(sent, 10);
  if (target === TOKEN_PATH || target === HEARTBEAT_PATH) {
    if (length > CODE_BODY_LIMIT) return refused(413);
    return target === TOKEN_PATH ? { kind: "token", length } : { kind: "heartbeat", length };
  }
  const name = target.startsWith(RPC_PREFIX) ? target.slice(RPC_PREFIX.length) : "";
  if (!Object.hasOwn(HOST_METHODS, name)) return refused(404);
  if (length > bodyLimit(name as HostMethod)) return refused(413);
  return { kind: "rpc", method: name as HostMethod, length };
}

/** Header names in lower case; null where one stands twice, since two readers may then take different ones. */
function distinct(raw: readonly string[]): ReadonlyMap<string, string> | null {
  const headers = new Map<string, string>();
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i].toLowerCase();
    if (headers.has(name)) return null;
    headers.set(name, raw[i + 1]);
  }
  return headers;
}

const refused = (status: number, guess = false): Verdict => ({ kind: "refused", status, guess });
