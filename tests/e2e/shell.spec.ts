// The web shell in a real browser: isolated, sealed off, and holding its token through a reload.

import { expect, test } from "./workbench.ts";

test("the page is isolated, forgets its code, and keeps working after a reload", async ({ workbench: { page, server } }) => {
  await expect.poll(() => page.evaluate(() => location.hash)).toBe("");
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(await page.evaluate(() => document.cookie)).toBe("");
  const about = async (): Promise<number> =>
    page.evaluate(async () => {
      const headers = { "X-Hexbeat": "1", "Content-Type": "application/octet-stream", Authorization: `Bearer ${sessionStorage.getItem("hexbeat-token")}` };
      // The wire format of {}: two bytes of JSON after their length, padded to eight.
      return (await fetch("/rpc/about", { method: "POST", headers, body: new Uint8Array([2, 0, 0, 0, 123, 125, 0, 0]) })).status;
    });
  await expect.poll(about).toBe(200);
  await page.reload();
  await expect.poll(about).toBe(200);
  expect(page.url()).toBe(`http://127.0.0.1:${server.port}/`);
});

test("a used link opens a page that says how to go on", async ({ workbench: { server }, browser }) => {
  const code = server.newUrl();
  const context = await browser.newContext();
  const first = await context.newPage();
  await first.goto(code);
  await expect.poll(() => first.evaluate(() => sessionStorage.getItem("hexbeat-token"))).toMatch(/^[\w-]{43}$/);
  const second = await context.newPage();
  await second.goto(code);
  await expect(second.getByText(/link of this window is no longer good/)).toBeVisible();
  await context.close();
});

test("another site can neither frame it, read it, nor call it", async ({ workbench: { server }, browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const target = `http://127.0.0.1:${server.port}`;
  await page.route("http://evil.test/**", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>evil</title>" }));
  await page.goto("http://evil.test/");
  const outcomes = await page.evaluate(async (base) => {
    const blocked = (make: () => Promise<unknown>): Promise<string> => make().then(() => "reached", () => "blocked");
    const element = (tag: "img" | "script" | "iframe", path: string): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const made = document.createElement(tag);
        made.addEventListener("load", () => (tag === "iframe" && (made as HTMLIFrameElement).contentDocument === null ? reject(new Error("refused")) : resolve(null)));
        made.addEventListener("error", reject);
        made.src = base + path;
        document.body.append(made);
        setTimeout(() => reject(new Error("late")), 3000);
      });
    return Promise.all([
      blocked(() => fetch(base)),
      blocked(() => fetch(`${base}/rpc/about`, { method: "POST", headers: { "X-Hexbeat": "1" }, body: "" })),
      blocked(async () => {
        const answer = await fetch(`${base}/rpc/about`, { method: "POST", mode: "no-cors", body: "{}" });
        if (answer.type === "opaque") throw new Error("nothing to read");
      }),
      blocked(() => element("img", "/icon.svg")),
      blocked(() => element("script", "/index.html")),
      blocked(() => element("iframe", "/")),
      blocked(() => new Promise((resolve, reject) => {
        const socket = new WebSocket(base.replace("http", "ws"));
        socket.onopen = resolve;
        socket.onerror = reject;
      })),
    ]);
  }, target);
  expect(outcomes).toEqual(Array.from({ length: 7 }, () => "blocked"));
  await context.close();
});
