// One hotspot: its map, start and stop, and the timer in between.

import { changePatrol, dropPatrol, placeStart, startPatrol, stopPatrol, type Fix, type PatrolLog } from "../../core/trial/pack/patrolLog.ts";
import { timerFace, type TimerFace } from "../../core/trial/pack/patrolTimer.ts";
import type { PackUnit } from "../../core/trial/pack/packData.ts";
import { button, element } from "./element.ts";
import type { PatrolMap } from "./patrolMap.ts";
import { now, tasksOf, type Act, type Phone } from "./phone.ts";
import { locate } from "./position.ts";
import { clockTime, fixInWords } from "./words.ts";

/** The patrol's timer as it stands; null where none is under way. */
export function faceOf({ log, pack }: Phone): TimerFace | null {
  return log.running && timerFace(now().epoch - log.running.start.epoch, pack.amber, pack.green);
}

export function hotspotPage(phone: Phone, act: Act, unit: PackUnit, map: PatrolMap): HTMLElement {
  const { running } = phone.log;
  const here = running?.hotspot === unit.id;
  return element(
    "main", {},
    element("h2", { tabindex: "-1" }, unit.name),
    unit.streets.length > 0 ? element("p", { class: "small soft" }, `Streets: ${unit.streets.join(", ")}`) : null,
    ...(here ? underWay(phone, act, map) : beforeStart(phone, act, unit, map)),
    map.element,
  );
}

function beforeStart(phone: Phone, act: Act, unit: PackUnit, map: PatrolMap): HTMLElement[] {
  const { inPack, date, tasks } = tasksOf(phone);
  const task = tasks.find((one) => one.unit.id === unit.id);
  if (phone.log.running) return [element("p", { class: "notice" }, "A patrol of another hotspot is under way. Stop it first.")];
  if (!inPack || !task) return [element("p", { class: "notice" }, "This hotspot is not to be patrolled now.")];
  if (task.unavailable !== null) return [element("p", { class: "notice" }, `Not available now: ${task.unavailable}.`)];
  const area = areaField(unit, map);
  const start = (): void => {
    if (phone.log.officer === "") return act.go({ kind: "tasks" }, "Enter your number first: it goes into the log.");
    const moment = now();
    act.log((log) => startPatrol(log, { hotspot: unit.id, area: area?.value ?? "", date, start: moment }));
    recordPosition(act, (fix) => (log) => placeStart(log, moment.epoch, fix));
  };
  return [...(area ? [element("label", { for: "area" }, "Patrol area"), area] : []), element("div", { class: "row" }, button("Start the patrol", "main huge", start, { id: "start" }))];
}

/** It comes when it comes: nothing waits for it. */
const recordPosition = (act: Act, change: (fix: Fix) => (log: PatrolLog) => PatrolLog): void =>
  locate((fix) => {
    act.noPosition("");
    act.log(change(fix));
  }, act.noPosition);

function areaField({ areas }: PackUnit, map: PatrolMap): HTMLSelectElement | null {
  if (areas.length === 0) return null;
  const field = element("select", { id: "area", change: () => map.mark(field.value) }, ...(areas.length > 1 ? [element("option", { value: "" }, "The whole hotspot")] : []), ...areas.map(({ name }) => element("option", { value: name }, name)));
  map.mark(field.value);
  return field;
}

function underWay(phone: Phone, act: Act, map: PatrolMap): HTMLElement[] {
  const { running } = phone.log, face = faceOf(phone);
  if (!running || !face) return [];
  map.mark(running.area);
  const stop = (): void => {
    const end = now();
    act.log((log) => stopPatrol(log, end), { kind: "patrol", start: running.start.epoch });
    recordPosition(act, (endAt) => (log) => changePatrol(log, running.start.epoch, { endAt }));
  };
  const drop = (): void => {
    if (confirm("Was the start a mistake? Then this patrol is not in the log.")) act.log(dropPatrol);
  };
  return [
    element(
      "div", { class: `timer ${face.colour}`, id: "timer" },
      element("div", { class: "clock", role: "timer", "aria-label": "Time on patrol", id: "elapsed" }, face.clock),
      element("p", {}, face.words),
    ),
    element("p", { class: "small soft" }, `${running.area === "" ? "" : `${running.area}. `}Started ${clockTime(running.start)}. ${running.startAt ? `Position at the start ${fixInWords(running.startAt)}` : phone.noPosition || "No position yet"}.`),
    element("div", { class: "row" }, button("Stop the patrol", "main huge", stop, { id: "stop" })),
    element("div", { class: "row" }, button("Started by mistake", "", drop)),
  ];
}
