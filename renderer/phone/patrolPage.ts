// One patrol of the log: what was done, a note, and the ways back from a mistake.

import { ACTIVITIES, changePatrol, deletePatrol, resumePatrol, type Patrol } from "../../core/trial/pack/patrolLog.ts";
import { button, element } from "./element.ts";
import { nameOfHotspot } from "./logPage.ts";
import type { Act, Phone } from "./phone.ts";
import { clockTime, fixInWords, lengthInWords } from "./words.ts";

export function patrolPage(phone: Phone, act: Act, patrol: Patrol): HTMLElement {
  const { hotspot, area, start, end, startAt, endAt, officer } = patrol;
  const name = nameOfHotspot(phone, hotspot);
  const unit = phone.pack.units.find(({ id }) => id === hotspot);
  return element(
    "main", {},
    element("h2", { tabindex: "-1" }, `${name}${area === "" ? "" : `, ${area}`}`),
    element("p", {}, `${clockTime(start)} to ${clockTime(end)}, ${lengthInWords(patrol)}, by ${officer}. It is in the log.`),
    element("p", { class: "small soft" }, `Position at the start ${fixInWords(startAt)}, at the end ${fixInWords(endAt)}.${phone.noPosition === "" ? "" : ` ${phone.noPosition}.`}`),
    activityField(patrol, act),
    ...noteField(patrol, act),
    element("div", { class: "row" }, button("Done", "main", () => act.go({ kind: "log" }))),
    element(
      "div", { class: "row" },
      phone.log.running || !unit ? null : button("Stopped by mistake: carry on", "", () => act.log((log) => resumePatrol(log, start.epoch), { kind: "hotspot", unit })),
      button("Delete this patrol", "bad", () => {
        if (confirm(`Delete the patrol of ${name} at ${clockTime(start)}? It cannot be brought back.`)) act.log((log) => deletePatrol(log, start.epoch), { kind: "log" });
      }),
    ),
  );
}

const activityField = ({ activity, start }: Patrol, act: Act): HTMLElement =>
  element(
    "fieldset", {}, element("legend", {}, "What was done"),
    ...ACTIVITIES.map((one) =>
      element(
        "label", { class: "radio" },
        element("input", { type: "radio", name: "activity", id: `activity-${one.replaceAll(" ", "-")}`, checked: one === activity, change: () => act.quietly((log) => changePatrol(log, start.epoch, { activity: one })) }),
        `${one[0].toUpperCase()}${one.slice(1)}`,
      ),
    ),
  );

function noteField({ note, start }: Patrol, act: Act): HTMLElement[] {
  const field = element("textarea", { id: "note", maxlength: "1000", input: () => act.quietly((log) => changePatrol(log, start.epoch, { note: field.value })) });
  field.value = note;
  return [element("label", { for: "note" }, "Note (no names, no addresses)"), field];
}
