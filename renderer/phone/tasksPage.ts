// The first page: who patrols, and the treatment hotspots of the team's own area, those available at this hour first.

import { britishDate } from "../../core/record/britishDate.ts";
import { isoDay } from "../../core/incidents/isoDay.ts";
import type { PackTask } from "../../core/trial/pack/packDay.ts";
import { button, element } from "./element.ts";
import { now, tasksOf, teamOf, type Act, type Phone } from "./phone.ts";
import { clockTime, hourText, lengthInWords } from "./words.ts";

export function tasksPage(phone: Phone, act: Act): HTMLElement {
  return element("main", {}, element("h2", { tabindex: "-1" }, "Hotspots to patrol"), ...whoFields(phone, act), ...taskList(phone, act));
}

function whoFields({ pack, log }: Phone, act: Act): HTMLElement[] {
  const officer = element("input", {
    type: "text", id: "officer", value: log.officer, autocomplete: "off", maxlength: "30", enterkeyhint: "done",
    input: () => act.quietly((kept) => ({ ...kept, officer: officer.value.trim() })),
  });
  const fields = [element("label", { for: "officer" }, "Your number"), officer];
  if (pack.teams.length < 2) return fields;
  const chosen = pack.teams.includes(log.team) ? log.team : "";
  const team = element(
    "select", { id: "team", change: () => act.log((kept) => ({ ...kept, team: team.value })) },
    element("option", { value: "", selected: chosen === "" }, "Choose your team"),
    ...pack.teams.map((name) => element("option", { value: name, selected: chosen === name }, name)),
  );
  return [...fields, element("label", { for: "team" }, "Your team"), team];
}

function taskList(phone: Phone, act: Act): HTMLElement[] {
  const { pack } = phone;
  const { tasks, inPack } = tasksOf(phone);
  if (!inPack) return [element("p", { class: "notice", role: "alert" }, outsideWords(phone))];
  if (teamOf(phone) === null) return [element("p", {}, "Choose your team to see its hotspots.")];
  if (tasks.length === 0) return [element("p", {}, "None of your team's hotspots is to be patrolled today.")];
  const open = tasks.filter(({ unavailable }) => unavailable === null).length;
  return [
    element("p", { class: "soft small" }, open === tasks.length ? `${open} available now.` : `${open} of ${tasks.length} available now.`, ` A full patrol is ${pack.amber} minutes on foot; stay until the timer is green, at ${pack.green}.`),
    element("ul", {}, ...tasks.map((task) => taskItem(task, phone, act))),
  ];
}

function taskItem({ unit, unavailable }: PackTask, { log }: Phone, act: Act): HTMLElement {
  const last = log.patrols.filter(({ hotspot }) => hotspot === unit.id).pop();
  const lines = [
    unavailable,
    unit.streets.length > 0 ? unit.streets.join(", ") : null,
    last ? `Your last patrol: ${clockTime(last.start)} to ${clockTime(last.end)}, ${lengthInWords(last)}` : unavailable === null ? "Not patrolled with this phone yet" : null,
  ].filter((text) => text !== null);
  const label = button("", "", () => act.go({ kind: "hotspot", unit }), { id: `unit-${unit.id}`, disabled: unavailable !== null });
  label.append(element("strong", {}, unit.name), ...lines.map((text) => element("div", { class: "small soft" }, text)));
  return element("li", {}, label);
}

function outsideWords({ pack }: Phone): string {
  const { days, startHour } = pack;
  const first = britishDate(days[0].date), last = britishDate(days[days.length - 1].date);
  const when = days.length === 1 ? `for ${first}` : `for ${first} to ${last}`;
  const { local } = now();
  return `This pack is ${when}; a day runs from ${hourText(startHour)} to ${hourText(startHour)} of the next. This phone's clock says ${britishDate(isoDay(local))}, ${clockTime({ local })}. If the clock is wrong, set it right; otherwise ask for the pack of the day.`;
}
