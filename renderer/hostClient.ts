// The renderer's end of the host contract: Electron's bridge where there is one, else the loopback web host.

import { InputError } from "../core/errors.ts";
import { HOST_METHODS, type Host, type HostMethod, type HostReply } from "../core/host.ts";
import { bodyLimit, HEARTBEAT_PATH, HEXBEAT_HEADER, RPC_PREFIX, TOKEN_PATH } from "../core/loopback.ts";
import { decode, encodeParts } from "../core/wire.ts";

declare global {
  interface Window {
    /** Put there by electron/preload.ts; absent in a browser. */
    readonly hexbeat?: { call(method: string, input: unknown): Promise<HostReply<unknown>> };
  }
}

/** The host cannot be reached; the message says why and how to go on. */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
}

const TOKEN_KEY = "hexbeat-token";
const HEARTBEAT_INTERVAL = 60_000; // ms
const PIECE = 4 * 2 ** 20; // bytes handed to the browser at a stretch

type Call = (method: HostMethod, input: unknown) => Promise<HostReply<unknown>>;

let connected: Promise<Host> | null = null;

/**
 * One connection for this page: the code in its address is good once, so asking twice answers the same.
 * @throws ConnectionError where this page was opened without a link of the host, or the host is gone.
 */
export function connectHost(): Promise<Host> {
  const bridge = window.hexbeat;
  connected ??= bridge ? Promise.resolve(hostOver((method, input) => bridge.call(method, input))) : connectLoopback().then(hostOver);
  return connected;
}

/** @throws (from each method) InputError for what the user can mend, ConnectionError, or Error for a bug of ours. */
export function hostOver(call: Call): Host {
  const method = (name: HostMethod) => async (input: unknown) => {
    const reply = await call(name, input);
    if (reply.ok) return reply.value;
    throw reply.input ? new InputError(reply.message) : new Error(reply.message);
  };
  return Object.fromEntries((Object.keys(HOST_METHODS) as HostMethod[]).map((name) => [name, method(name)])) as unknown as Host;
}

async function connectLoopback(): Promise<Call> {
  const token = await takeToken();
  setInterval(() => void post(HEARTBEAT_PATH, new Uint8Array(), token).catch(() => undefined), HEARTBEAT_INTERVAL);
  return async (method, input) => {
    const body = await toBlob(input);
    if (body.size > bodyLimit(method)) {
      throw new InputError(
        `This holds ${Math.ceil(body.size / 2 ** 20)} MB; at most ${bodyLimit(method) / 2 ** 20} MB can be passed on at once. Use a smaller file.`,
      );
    }
    return decode(new Uint8Array(await (await post(RPC_PREFIX + method, body, token)).arrayBuffer())) as HostReply<unknown>;
  };
}

/**
 * The browser takes a Blob's bytes from the page when it is made, so a large one is made of small ones with rests in
 * between; the request itself then costs the page nothing.
 */
async function toBlob(value: unknown): Promise<Blob> {
  const blobs: Blob[] = [];
  for (const part of encodeParts(value)) {
    for (let at = 0; at < part.length; at += PIECE) {
      blobs.push(new Blob([part.subarray(at, at + PIECE) as Uint8Array<ArrayBuffer>]));
      if (part.length >= PIECE) await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return new Blob(blobs);
}

/** The token of this tab, or the one that the code in the address is swapped for; the address then forgets the code. */
async function takeToken(): Promise<string> {
  const code = new URLSearchParams(location.hash.slice(1)).get("code");
  if (code) {
    history.replaceState(null, "", location.pathname);
    const answer = await post(TOKEN_PATH, new TextEncoder().encode(JSON.stringify({ code })));
    const { token } = (await answer.json()) as { token: string };
    sessionStorage.setItem(TOKEN_KEY, token);
    return token;
  }
  const kept = sessionStorage.getItem(TOKEN_KEY);
  if (kept) return kept;
  throw new ConnectionError("This page was opened without its one-time link. Use the window that `npm start` opened, or press Enter in its terminal for a new link.");
}

async function post(path: string, body: Uint8Array<ArrayBuffer> | Blob, token = ""): Promise<Response> {
  const headers: Record<string, string> = { [HEXBEAT_HEADER]: "1", "Content-Type": "application/octet-stream" };
  if (token) headers.Authorization = `Bearer ${token}`;
  let response: Response;
  try {
    response = await fetch(path, { method: "POST", headers, body, credentials: "omit", redirect: "error" });
  } catch {
    throw new ConnectionError(
      "Hexbeat's host does not answer: it was closed, or it stopped. Everything up to your last finished action is saved. Run `npm start` again and use the window that it opens.",
    );
  }
  if (response.ok) return response;
  if (response.status === 401) {
    sessionStorage.removeItem(TOKEN_KEY);
    throw new ConnectionError(
      "The link of this window is no longer good: it was used already, or Hexbeat was started again. What you saved is safe. Press Enter in the terminal of `npm start` for a new link.",
    );
  }
  throw new Error(`The host refused ${path} (HTTP ${response.status}).`);
}
