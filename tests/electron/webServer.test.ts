// The loopback web host under attack: requests written byte by byte, of which none may be accepted.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HostMethod } from "../../core/host.ts";
import { decode, encode } from "../../core/wire.ts";
import { openAssets, writeManifest } from "../../electron/assetsManifest.ts";
import { startWebServer, type WebServer } from "../../electron/webServer.ts";
import { rawRequest } from "../support/rawRequest.ts";

const SECRET = "the content of a project";
let folder: string;
let server: WebServer;
let token: string;
let codeUsed: string;
let calls: HostMethod[] = [];

const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${server.port}${path}`, {
    method: "POST",
    body,
    headers: {
      "Sec-Fetch-Site": "same-origin",
      Origin: `http://127.0.0.1:${server.port}`,
      "X-Hexbeat": "1",
      "Content-Type": "application/octet-stream",
      ...headers,
    },
  });
const authorised = (): Record<string, string> => ({ Authorization: `Bearer ${token}` });
const codeOf = (url: string): string => url.split("#code=")[1];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hexbeat-web-"));
  const renderer = join(folder, "renderer");
  mkdirSync(join(renderer, "assets"), { recursive: true });
  writeFileSync(join(renderer, "index.html"), "<!doctype html><title>Hexbeat</title>");
  writeFileSync(join(renderer, "assets", "index.js"), "export {};");
  writeFileSync(join(folder, "secret.txt"), SECRET);
  writeManifest(renderer);
  // A file that came after the build is not in the manifest.
  writeFileSync(join(renderer, "later.txt"), SECRET);
  server = await startWebServer({
    assets: openAssets(renderer),
    call: async (method, input) => {
      calls.push(method);
      return { ok: true, value: { method, input } };
    },
  });
  codeUsed = codeOf(server.url);
  token = ((await (await post("/token", JSON.stringify({ code: codeUsed }))).json()) as { token: string }).token;
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe("what a browser of ours may do", () => {
  test("a call carries typed arrays there and back", async () => {
    const sent = { id: "p1", values: new Float64Array([1.5, -2]), flags: new Uint8Array([1, 2, 3]) };
    const answer = await post("/rpc/putSettings", encode(sent), authorised());
    expect(answer.status).toBe(200);
    expect(decode(new Uint8Array(await answer.arrayBuffer()))).toEqual({ ok: true, value: { method: "putSettings", input: sent } });
  });

  test("a call may carry 60 MB, the size of 1.2 million incidents", async () => {
    const answer = await post("/rpc/putIncidents", encode({ bytes: new Uint8Array(60_000_000).fill(7) }), authorised());
    const reply = decode(new Uint8Array(await answer.arrayBuffer())) as { value: { input: { bytes: Uint8Array } } };
    expect(reply.value.input.bytes.length).toBe(60_000_000);
    expect(reply.value.input.bytes[59_999_999]).toBe(7);
  });

  test("a heartbeat is answered without content", async () => {
    expect((await post("/heartbeat", "", authorised())).status).toBe(204);
  });

  test("the page and its files come with the exact headers", async () => {
    const page = await rawRequest(server.port, get("/", documentHeaders("none")));
    expect(page.status).toBe(200);
    expect(page.body).toContain("<title>Hexbeat</title>");
    const script = await rawRequest(server.port, get("/assets/index.js", scriptHeaders()));
    expect(script.status).toBe(200);
    for (const { head } of [page, script]) {
      expect(head).toContain(
        "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; " +
          "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; frame-src 'none'; " +
          "frame-ancestors 'none'; base-uri 'none'; form-action 'none'\r\n",
      );
      for (const line of ["Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Embedder-Policy: require-corp", "Cache-Control: no-store"]) {
        expect(head).toContain(line);
      }
      expect(head).not.toMatch(/access-control|set-cookie|x-powered-by|\r\nserver:/i);
    }
  });

  test("a page may be opened from a local file while a link waits to be used, and not afterwards", async () => {
    const fresh = codeOf(server.newUrl());
    expect((await rawRequest(server.port, get("/", documentHeaders("cross-site")))).status).toBe(200);
    expect((await post("/token", JSON.stringify({ code: fresh }))).status).toBe(200);
    expect((await rawRequest(server.port, get("/", documentHeaders("cross-site")))).status).toBe(403);
  });
});

const CRLF = "\r\n";
const request = (line: string, headers: readonly string[], body = ""): string => [line, ...headers, "", body].join(CRLF);
const hostHeader = (): string => `Host: 127.0.0.1:${server.port}`;
const documentHeaders = (site: string): string[] => [hostHeader(), `Sec-Fetch-Site: ${site}`, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"];
const scriptHeaders = (): string[] => [hostHeader(), "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"];
const get = (target: string, headers: readonly string[]): string => request(`GET ${target} HTTP/1.1`, headers);

const BODY = Buffer.from(encode({})).toString("latin1");
/** A call that is right in every respect but those that `change` alters; null leaves a header out. */
function forged(change: Readonly<Record<string, string | null>> = {}, target = "/rpc/listProjects", body = BODY, more: readonly string[] = []): string {
  const headers: Record<string, string | null> = {
    Host: `127.0.0.1:${server.port}`,
    "Sec-Fetch-Site": "same-origin",
    Origin: `http://127.0.0.1:${server.port}`,
    Authorization: `Bearer ${token}`,
    "X-Hexbeat": "1",
    "Content-Type": "application/octet-stream",
    "Content-Length": String(body.length),
    ...change,
  };
  const lines = Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return request(`POST ${target} HTTP/1.1`, [...lines, ...more], body);
}
const codeBody = (code: string): string => JSON.stringify({ code });

/** Made when the server runs; each is one thing wrong with a request that would otherwise pass. */
const ATTACKS: Readonly<Record<string, () => string>> = {
  // Rebinding: the name leads here, the Host header tells.
  "the Host of a rebound name": () => forged({ Host: `evil.test:${server.port}` }),
  "no Host": () => forged({ Host: null }),
  "an empty Host": () => forged({ Host: "" }),
  "localhost instead of the address": () => forged({ Host: `localhost:${server.port}` }),
  "a Host without port": () => forged({ Host: "127.0.0.1" }),
  "a Host with another port": () => forged({ Host: "127.0.0.1:1" }),
  "a Host with a trailing dot": () => forged({ Host: `127.0.0.1.:${server.port}` }),
  "a Host in short form": () => forged({ Host: `127.1:${server.port}` }),
  "a Host as one number": () => forged({ Host: `2130706433:${server.port}` }),
  "a Host as IPv6": () => forged({ Host: `[::1]:${server.port}` }),
  "a Host with a user name": () => forged({ Host: `127.0.0.1:${server.port}@evil.test` }),
  "two Hosts, ours first": () => forged({}, undefined, undefined, [`Host: evil.test`]),
  "a rebound page": () => get("/", [`Host: evil.test:${server.port}`, "Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"]),
  "an absolute target": () => request(`POST http://127.0.0.1:${server.port}/rpc/listProjects HTTP/1.1`, forged().split(CRLF).slice(1, -2), BODY),
  "HTTP/1.0 without Host": () => "GET / HTTP/1.0\r\n\r\n",
  // Methods.
  OPTIONS: () => forged().replace("POST", "OPTIONS"),
  "a preflight": () => request("OPTIONS /rpc/listProjects HTTP/1.1", [hostHeader(), "Origin: http://evil.test", "Access-Control-Request-Method: POST", "Access-Control-Request-Headers: x-hexbeat"]),
  PUT: () => forged().replace("POST", "PUT"),
  DELETE: () => forged().replace("POST", "DELETE"),
  PATCH: () => forged().replace("POST", "PATCH"),
  TRACE: () => request("TRACE / HTTP/1.1", [hostHeader()]),
  HEAD: () => get("/", documentHeaders("none")).replace("GET", "HEAD"),
  CONNECT: () => request(`CONNECT 127.0.0.1:${server.port} HTTP/1.1`, [hostHeader()]),
  "a call by GET": () => get("/rpc/listProjects", [...scriptHeaders(), `Authorization: Bearer ${token}`]),
  // Another origin.
  "no Origin": () => forged({ Origin: null }),
  "Origin null": () => forged({ Origin: "null" }),
  "a foreign Origin": () => forged({ Origin: "http://evil.test" }),
  "the Origin of another port": () => forged({ Origin: "http://127.0.0.1:1" }),
  "the Origin by https": () => forged({ Origin: `https://127.0.0.1:${server.port}` }),
  "our Origin with something behind it": () => forged({ Origin: `http://127.0.0.1:${server.port}.evil.test` }),
  "two Origins": () => forged({}, undefined, undefined, ["Origin: http://evil.test"]),
  "no Sec-Fetch-Site": () => forged({ "Sec-Fetch-Site": null }),
  "Sec-Fetch-Site same-site (another port)": () => forged({ "Sec-Fetch-Site": "same-site" }),
  "Sec-Fetch-Site cross-site": () => forged({ "Sec-Fetch-Site": "cross-site" }),
  "Sec-Fetch-Site none": () => forged({ "Sec-Fetch-Site": "none" }),
  // The token.
  "no token": () => forged({ Authorization: null }),
  "an empty token": () => forged({ Authorization: "Bearer " }),
  "a guessed token": () => forged({ Authorization: `Bearer ${"A".repeat(43)}` }),
  "a token cut short": () => forged({ Authorization: `Bearer ${token.slice(0, -1)}` }),
  "a token with more behind it": () => forged({ Authorization: `Bearer ${token}A` }),
  "the token by Basic": () => forged({ Authorization: `Basic ${token}` }),
  "the token in a cookie": () => forged({ Authorization: null, Cookie: `token=${token}` }),
  "the token in the address": () => forged({ Authorization: null }, `/rpc/listProjects?token=${token}`),
  "two tokens": () => forged({}, undefined, undefined, ["Authorization: Bearer x"]),
  "a code instead of the token": () => forged({ Authorization: `Bearer ${codeUsed}` }),
  // The code.
  "a code used already": () => forged({ Authorization: null }, "/token", codeBody(codeUsed)),
  "a guessed code": () => forged({ Authorization: null }, "/token", codeBody("A".repeat(43))),
  "an empty code": () => forged({ Authorization: null }, "/token", codeBody("")),
  "a code that is no text": () => forged({ Authorization: null }, "/token", '{"code":{"length":43}}'),
  "a code body that is no JSON": () => forged({ Authorization: null }, "/token", "code=1"),
  "a good code from another origin": () => forged({ Authorization: null, Origin: "http://evil.test" }, "/token", codeBody(codeOf(server.newUrl(5)))),
  "a code body of a megabyte": () => forged({ "Content-Length": "1000000" }, "/token", codeBody("x")),
  // What forms, images and links can send.
  "text/plain": () => forged({ "Content-Type": "text/plain" }),
  "a form": () => forged({ "Content-Type": "application/x-www-form-urlencoded" }),
  "a form with files": () => forged({ "Content-Type": "multipart/form-data; boundary=x" }),
  "no content type": () => forged({ "Content-Type": null }),
  "JSON with a charset trick": () => forged({ "Content-Type": "application/json, text/plain" }),
  "no X-Hexbeat": () => forged({ "X-Hexbeat": null }),
  "X-Hexbeat with another value": () => forged({ "X-Hexbeat": "true" }),
  // Bodies.
  "no length": () => forged({ "Content-Length": null }),
  "a length that is no number": () => forged({ "Content-Length": "1e3" }),
  "a negative length": () => forged({ "Content-Length": "-1" }),
  "two lengths": () => forged({}, undefined, undefined, ["Content-Length: 0"]),
  "length and chunks": () => forged({}, undefined, undefined, ["Transfer-Encoding: chunked"]),
  "chunks without length": () => forged({ "Content-Length": null, "Transfer-Encoding": "chunked" }, undefined, "0\r\n\r\n"),
  "chunks by a strange name": () => forged({ "Content-Length": null, "Transfer-Encoding": "xchunked" }, undefined, "0\r\n\r\n"),
  "17 MiB where 16 are allowed": () => forged({ "Content-Length": String(17 * 2 ** 20) }),
  "2 GiB where 1 is allowed": () => forged({ "Content-Length": String(2 * 2 ** 30) }, "/rpc/putIncidents"),
  "a body that is not ours": () => forged({}, undefined, "not the wire format"),
  "a body that claims more than it holds": () => forged({}, undefined, `\xff\xff\xff\x7f${BODY}`),
  "Expect: 100-continue": () => forged({ Expect: "100-continue" }),
  // Methods that are not in the contract.
  "an unknown method": () => forged({}, "/rpc/readFile"),
  "a method of every object": () => forged({}, "/rpc/constructor"),
  "__proto__": () => forged({}, "/rpc/__proto__"),
  "a method in capitals": () => forged({}, "/rpc/LISTPROJECTS"),
  "a method with a query": () => forged({}, "/rpc/listProjects?x"),
  "a method with a slash": () => forged({}, "/rpc/listProjects/"),
  "a method by way of dots": () => forged({}, "/rpc/../rpc/listProjects"),
  "an empty method": () => forged({}, "/rpc/"),
  // Headers out of order.
  "a header of 64 KB": () => forged({ "X-Filler": "x".repeat(65_536) }),
  "a folded header": () => forged().replace("X-Hexbeat: 1", "X-Hexbeat:\r\n 1"),
  "a space before the colon": () => forged().replace("X-Hexbeat: 1", "X-Hexbeat : 1"),
  "a NUL in a header": () => forged({ "X-Filler": "a\0b" }),
  "a bare LF between headers": () => forged().replace("X-Hexbeat: 1\r\n", "X-Hexbeat: 1\nX-A: b\n"),
  "a websocket": () => get("/", [...documentHeaders("none"), "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="]),
  "HTTP/2 without asking": () => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "a GET with a body": () => get("/", [...documentHeaders("none"), "Content-Length: 5"]) + "hello",
  // Files.
  "a page in a frame": () => get("/", [hostHeader(), "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"]),
  "a page without Sec-Fetch": () => get("/", [hostHeader()]),
  "a page from another site": () => get("/", documentHeaders("cross-site").toSpliced(1, 1, "Sec-Fetch-Site: same-site")),
  "a script by a page on another port": () => get("/assets/index.js", [hostHeader(), "Sec-Fetch-Site: same-site", "Sec-Fetch-Dest: script"]),
  "a service worker": () => get("/assets/index.js", [hostHeader(), "Sec-Fetch-Site: same-origin", "Sec-Fetch-Dest: serviceworker"]),
  "an object": () => get("/assets/index.js", [hostHeader(), "Sec-Fetch-Site: same-origin", "Sec-Fetch-Dest: object"]),
  ...Object.fromEntries(
    [
      "/../secret.txt",
      "/assets/../../secret.txt",
      "/%2e%2e/secret.txt",
      "/%2e%2e%2fsecret.txt",
      "/..%5csecret.txt",
      "/..\\secret.txt",
      "/%252e%252e/secret.txt",
      "/assets/%00index.js",
      "/assets/index.js%00.txt",
      "/ASSETS/INDEX.JS",
      "/assets//index.js",
      "//assets/index.js",
      "/./assets/index.js",
      "/assets/index.js?x",
      "/assets/index.js/",
      "/assets/",
      "/later.txt",
      "/renderer.manifest.json",
      "/../renderer.manifest.json",
      "/file:///etc/passwd",
      "/etc/passwd",
      "/C:/Windows/win.ini",
      "/assets/index.js:Zone.Identifier",
      "/index.html#x",
      "*",
      "assets/index.js",
    ].map((target) => [`GET ${target}`, () => get(target, scriptHeaders())]),
  ),
};

describe("attacks", () => {
  test("there are at least a hundred of them", () => {
    expect(Object.keys(ATTACKS).length).toBeGreaterThanOrEqual(100);
  });

  test("the request that the attacks start from is accepted as it is", async () => {
    expect((await rawRequest(server.port, Buffer.from(forged(), "latin1"))).status).toBe(200);
  });

  test.concurrent.each(Object.keys(ATTACKS))("%s is refused", async (name) => {
    const before = calls.length;
    const { status, body } = await rawRequest(server.port, Buffer.from(ATTACKS[name](), "latin1"));
    expect(status === 0 || status >= 400, `answered ${status}`).toBe(true);
    expect(body).toBe("");
    expect(calls.length).toBe(before);
  });

  test("a body that comes late is given up, and so are headers that never end", async () => {
    const patience = 9000;
    const [headers, body] = await Promise.all([
      rawRequest(server.port, `GET / HTTP/1.1${CRLF}${hostHeader()}${CRLF}X-Slow: `, patience),
      rawRequest(server.port, `POST /rpc/listProjects HTTP/1.1${CRLF}${hostHeader()}${CRLF}Content-Length: 10`, patience),
    ]);
    expect([0, 400, 408]).toContain(headers.status);
    expect([0, 400, 408]).toContain(body.status);
  }, 20_000);

  test("a connection that asks nothing is closed without a word, which a browser would take for its next answer", async () => {
    expect(await rawRequest(server.port, "", 9000)).toEqual({ status: 0, head: "", body: "" });
  }, 20_000);

  test("the sixth wrong guess within a minute waits a second for its answer", async () => {
    for (let i = 0; i < 6; i += 1) await rawRequest(server.port, Buffer.from(forged({ Authorization: "Bearer x" }), "latin1"));
    const quick = await rawRequest(server.port, Buffer.from(forged({ Authorization: "Bearer x" }), "latin1"), 300);
    expect(quick.status).toBe(0);
    calls = [];
    expect((await rawRequest(server.port, Buffer.from(forged(), "latin1"), 900)).status, "the right token does not wait").toBe(200);
  });
});

describe("the server's own place", () => {
  test("it listens on 127.0.0.1 and nowhere else", async () => {
    await expect(fetch(`http://[::1]:${server.port}/`)).rejects.toThrow();
  });

  test("a token is good for the server that gave it and no other", async () => {
    const other = await startWebServer({ assets: openAssets(join(folder, "renderer")), call: async () => ({ ok: true, value: null }) });
    const answer = await rawRequest(other.port, Buffer.from(forged({ Host: `127.0.0.1:${other.port}`, Origin: `http://127.0.0.1:${other.port}` }), "latin1"));
    await other.close();
    expect(answer.status).toBe(401);
  });
});
