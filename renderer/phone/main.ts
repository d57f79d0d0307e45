// The program of a tasking pack: draws the page that is shown, keeps the log, and lets the clock run.

import { britishDate } from "../../core/record/britishDate.ts";
import { readKeptLog } from "../../core/trial/pack/keptLog.ts";
import type { PackData } from "../../core/trial/pack/packData.ts";
import type { TimerFace } from "../../core/trial/pack/patrolTimer.ts";
import { button, element } from "./element.ts";
import { faceOf, hotspotPage } from "./hotspotPage.ts";
import { logPage, nameOfHotspot } from "./logPage.ts";
import { patrolMap, type PatrolMap } from "./patrolMap.ts";
import { patrolPage } from "./patrolPage.ts";
import { keep, now, openPhone, phoneKey, tasksOf, type Act, type Page } from "./phone.ts";
import { tasksPage } from "./tasksPage.ts";
import { clockTime, hourText } from "./words.ts";

const app = document.getElementById("app") as HTMLElement;
let phone = openPhone(JSON.parse(document.getElementById("pack")?.textContent ?? "") as PackData);
let map: PatrolMap | null = null;

const act: Act = {
  log(change, then = phone.page) {
    act.quietly(change);
    if (then === phone.page) draw();
    else act.go(then);
  },
  quietly(change) {
    phone = { ...phone, log: change(phone.log) };
    phone = { ...phone, kept: keep(phone) };
  },
  go(page, notice = "") {
    phone = { ...phone, page, notice };
    draw();
    scrollTo(0, 0);
    app.querySelector<HTMLElement>("h2")?.focus();
  },
  noPosition(words) {
    phone = { ...phone, noPosition: words };
    draw();
  },
};

/** The page anew; what has the focus keeps it, with the caret where it was. */
function draw(): void {
  const { id, selectionStart, selectionEnd } = (document.activeElement ?? {}) as Partial<HTMLTextAreaElement>;
  app.replaceChildren(header(), ...banner(), pageOf(phone.page), tabs());
  const again = id ? document.getElementById(id) : null;
  again?.focus({ preventScroll: true });
  if ((again instanceof HTMLTextAreaElement || again instanceof HTMLInputElement) && selectionStart !== undefined) again.setSelectionRange(selectionStart, selectionEnd ?? null);
  drawn = momentKey();
}

function pageOf(page: Page): HTMLElement {
  const unit = page.kind === "hotspot" ? page.unit : null;
  if (map && map.unit !== unit) {
    map.close();
    map = null;
  }
  if (unit) return hotspotPage(phone, act, unit, (map ??= patrolMap(unit)));
  const patrol = page.kind === "patrol" ? phone.log.patrols.find(({ start }) => start.epoch === page.start) : undefined;
  if (patrol) return patrolPage(phone, act, patrol);
  return page.kind === "tasks" ? tasksPage(phone, act) : logPage(phone, act);
}

function header(): HTMLElement {
  const { pack } = phone;
  const { date, inPack } = tasksOf(phone);
  return element(
    "header", {},
    pack.marking === "" ? null : element("div", { class: "marking" }, pack.marking),
    element("div", { class: "line" }, element("h1", {}, pack.title), element("div", { class: "clock", id: "clock" }, clockTime(now()))),
    element("div", { class: "small soft" }, inPack ? `Day of ${britishDate(date)}${pack.startHour === 0 ? "" : `, until ${hourText(pack.startHour)} the next`}` : "Not a day of this pack"),
  );
}

function banner(): HTMLElement[] {
  const { log, page, kept, notice } = phone;
  const face = faceOf(phone);
  const going = log.running && face && !(page.kind === "hotspot" && page.unit.id === log.running.hotspot)
    ? button(`On patrol: ${nameOfHotspot(phone, log.running.hotspot)}, ${face.clock}`, `going clock ${face.colour}`, toRunning, { id: "going" })
    : null;
  return [
    going,
    kept ? null : element("p", { class: "notice", role: "alert" }, "This phone does not keep the log for this page. Do not close or reload it before you have handed the log back."),
    notice === "" ? null : element("p", { class: "notice", role: "alert" }, notice),
  ].filter((part) => part !== null);
}

function toRunning(): void {
  const unit = phone.pack.units.find(({ id }) => id === phone.log.running?.hotspot);
  if (unit) act.go({ kind: "hotspot", unit });
}

function tabs(): HTMLElement {
  const tab = (label: string, kind: "tasks" | "log", current: boolean): HTMLElement => button(label, "", () => act.go({ kind }), { id: `tab-${kind}`, ...(current ? { "aria-current": "page" } : {}) });
  const inLog = phone.page.kind === "log" || phone.page.kind === "patrol";
  return element("nav", { "aria-label": "Pages" }, tab("Hotspots", "tasks", !inLog), tab(`Log (${phone.log.patrols.length})`, "log", inLog));
}

/** What the page depends on besides the log: when it changes, the page is drawn anew; in between only clocks are. */
const momentKey = (): string => `${tasksOf(phone).date} ${new Date(now().local).getUTCHours()} ${faceOf(phone)?.colour ?? ""}`;
let drawn = "";

function tick(): void {
  const face = faceOf(phone);
  if (momentKey() !== drawn) {
    draw();
    tellColour(face);
    return;
  }
  const write = (id: string, text: string): void => {
    const found = document.getElementById(id);
    if (found && found.textContent !== text) found.textContent = text;
  };
  write("clock", clockTime(now()));
  if (!face || !phone.log.running) return;
  write("elapsed", face.clock);
  write("going", `On patrol: ${nameOfHotspot(phone, phone.log.running.hotspot)}, ${face.clock}`);
}

/** A screen reader says what stays in place and changes: each colour once. */
const said = element("div", { role: "status", class: "unseen" });
document.body.append(said);

function tellColour(face: TimerFace | null): void {
  const words = face && face.colour !== "white" ? face.words : "";
  if (words === said.textContent) return;
  said.textContent = words;
  if (words !== "") navigator.vibrate?.(400);
}

// The same pack in another tab shares the log.
addEventListener("storage", ({ key, newValue }) => {
  if (key !== phoneKey(phone.pack) || newValue === null) return;
  phone = { ...phone, log: readKeptLog(newValue) ?? phone.log };
  draw();
});
// After a locked screen, a timer's ticks have stood still and the time has not.
document.addEventListener("visibilitychange", tick);
addEventListener("beforeunload", (event) => {
  if (!phone.kept && (phone.log.running || phone.log.patrols.length > 0)) event.preventDefault();
});
setInterval(tick, 500);
draw();
