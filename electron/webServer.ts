// The loopback web host: the renderer's files and the host's methods on 127.0.0.1, for one browser that holds the token.
// It keeps out web pages and other users of this machine; a program running as the same user is outside its reach.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { HostMethod, HostReply } from "../core/host.ts";
import { decode, encode } from "../core/wire.ts";
import type { Assets } from "./assetsManifest.ts";
import { judge } from "./gate.ts";
import { SECURITY_HEADERS } from "./headers.ts";
import { createSession } from "./session.ts";

export interface WebServerOptions {
  /** Runs one method of the host; never rejects. */
  readonly call: (method: HostMethod, input: unknown) => Promise<HostReply<unknown>>;
  readonly assets: Assets;
  /** How long the first link is good for. */
  readonly linkSeconds?: number;
  /** Called once no window has been heard of for `idleMinutes`. */
  readonly idleMinutes?: number;
  readonly onIdle?: () => void;
}

export interface WebServer {
  readonly port: number;
  /** With the one-time code in its fragment, which browsers do not send. */
  readonly url: string;
  /** Another link, good once. */
  newUrl(seconds?: number): string;
  close(): Promise<void>;
}

const LINK_SECONDS = 60;

export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const session = createSession(() => performance.now());
  const state = { port: 0, codeOutstanding: session.codeOutstanding, admits: session.admits };
  let quietMinutes = 0;

  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: 5000,
    requestTimeout: 60_000,
    keepAliveTimeout: 75_000, // longer than the heartbeat's interval, so that a quiet window keeps its connection
    connectionsCheckingInterval: 1000,
    insecureHTTPParser: false,
    requireHostHeader: false, // the gate looks itself
  });
  server.maxConnections = 64;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const verdict = judge(
      { method: request.method ?? "", target: request.url ?? "", rawHeaders: request.rawHeaders, peer: request.socket.remoteAddress },
      state,
    );
    if (verdict.kind === "refused") return refuse(response, verdict.status, verdict.guess ? session.penalty() : 0);
    if (verdict.kind === "asset") {
      const { status, headers, body } = await options.assets.answer(verdict.path);
      response.writeHead(status, { ...headers, "Content-Length": body.length }).end(body);
      return;
    }
    const body = await readBody(request, verdict.length);
    if (!body) return refuse(response, 400);
    quietMinutes = 0;
    if (verdict.kind === "heartbeat") return send(response, new Uint8Array(), 204);
    if (verdict.kind === "token") {
      const token = session.redeem(codeIn(body));
      return token ? send(response, new TextEncoder().encode(JSON.stringify({ token }))) : refuse(response, 401, session.penalty());
    }
    const input = decoded(body);
    if (!input) return refuse(response, 400);
    send(response, encode(await options.call(verdict.method, input.value)));
  };

  server.on("request", (request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error("Hexbeat host:", error);
      if (!response.headersSent) refuse(response, 500);
    });
  });
  const drop = (_request: unknown, socket: { destroy(): void }): void => {
    socket.destroy();
  };
  server.on("upgrade", drop);
  server.on("connect", drop);
  server.on("checkContinue", (_request, response) => refuse(response, 417));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    // A browser connects ahead of need: an answer on a connection that asked nothing would be read as that of its next request.
    if (error.code === "ERR_HTTP_REQUEST_TIMEOUT") socket.destroy();
    else if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    else socket.destroy();
  });

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port: 0, exclusive: true }, resolve);
  });
  const address = server.address() as AddressInfo;
  if (address.address !== "127.0.0.1") throw new Error(`the web host listens on ${address.address} instead of 127.0.0.1`);
  state.port = address.port;

  // Minutes awake, not minutes passed: a computer that slept all night has not been idle.
  const idleTimer = setInterval(() => {
    quietMinutes += 1;
    if (options.idleMinutes && quietMinutes >= options.idleMinutes) options.onIdle?.();
  }, 60_000);
  idleTimer.unref();

  const newUrl = (seconds = LINK_SECONDS): string => `http://127.0.0.1:${state.port}/#code=${session.newCode(seconds)}`;
  return {
    port: state.port,
    url: newUrl(options.linkSeconds),
    newUrl,
    close: () =>
      new Promise((resolve) => {
        clearInterval(idleTimer);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** All of the announced bytes, or null where fewer or more came. */
async function readBody(request: IncomingMessage, length: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const body = new Uint8Array(length);
  let at = 0;
  try {
    for await (const chunk of request as AsyncIterable<Uint8Array>) {
      if (at + chunk.length > length) return null;
      body.set(chunk, at);
      at += chunk.length;
    }
  } catch {
    return null; // the browser gave up
  }
  return at === length ? body : null;
}

function codeIn(body: Uint8Array): string {
  try {
    const { code } = JSON.parse(new TextDecoder().decode(body)) as { code?: unknown };
    return typeof code === "string" ? code : "";
  } catch {
    return "";
  }
}

function decoded(body: Uint8Array): { readonly value: unknown } | null {
  try {
    return { value: decode(body) };
  } catch {
    return null;
  }
}

function send(response: ServerResponse, body: Uint8Array, status = 200): void {
  response.writeHead(status, { ...SECURITY_HEADERS, "Content-Type": "application/octet-stream", "Content-Length": body.length }).end(body);
}

/** An empty answer; the connection ends, so that what was still to come is not read as another request. */
function refuse(response: ServerResponse, status: number, delay = 0): void {
  setTimeout(() => {
    response.writeHead(status, { ...SECURITY_HEADERS, Connection: "close", "Content-Length": 0 }).end();
  }, delay);
}
