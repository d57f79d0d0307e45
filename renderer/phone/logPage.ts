// The log of this phone: every patrol made with the pack, and the ways to hand it back. Nothing leaves by itself.

import { britishDate } from "../../core/record/britishDate.ts";
import { patrolCsv, patrolFileName } from "../../core/trial/pack/patrolCsv.ts";
import { button, element } from "./element.ts";
import type { Act, Phone } from "./phone.ts";
import { clockTime, lengthInWords } from "./words.ts";

export const nameOfHotspot = ({ pack }: Phone, id: string): string => pack.units.find((unit) => unit.id === id)?.name ?? id;

export function logPage(phone: Phone, act: Act): HTMLElement {
  const { pack, log: { patrols } } = phone;
  return element(
    "main", {},
    element("h2", { tabindex: "-1" }, "Patrol log"),
    ...(patrols.length === 0
      ? [element("p", {}, "No patrol yet.")]
      : [element("ul", {}, ...[...patrols].reverse().map((patrol) => {
          const item = button("", "", () => act.go({ kind: "patrol", start: patrol.start.epoch }), { id: `patrol-${patrol.start.epoch}` });
          item.append(
            element("strong", {}, nameOfHotspot(phone, patrol.hotspot)),
            element("div", { class: "small" }, `${britishDate(patrol.date)}, ${clockTime(patrol.start)} to ${clockTime(patrol.end)}, ${lengthInWords(patrol)}, ${patrol.activity}`),
            ...(patrol.note === "" ? [] : [element("div", { class: "small soft" }, patrol.note)]),
          );
          return element("li", {}, item);
        })), ...handBack(phone, act)]),
    element("p", { class: "small soft" }, `Pack ${pack.id}, of version ${pack.version} of the schedule, seal ${pack.seal.slice(0, 12)} …`),
  );
}

function handBack({ pack, log }: Phone, act: Act): HTMLElement[] {
  const csv = patrolCsv(pack.id, log.patrols), name = patrolFileName(pack.id, log.officer);
  const file = new File([csv], name, { type: "text/csv" });
  const share = button("Share the log", "main", () => {
    navigator.share({ files: [file], title: name }).catch((problem: unknown) => {
      // An officer who closes the sheet has changed their mind: nothing to say.
      if (!(problem instanceof DOMException && problem.name === "AbortError")) act.go({ kind: "log" }, "The phone did not share the log. Save it as a file instead.");
    });
  });
  const text = element("textarea", { id: "csv", readonly: true, rows: "6", focus: () => text.select() });
  text.value = csv;
  return [
    element("h3", {}, "Hand back"),
    element("p", { class: "small soft" }, "The log is on this phone only, until you hand it back. Hand it back at the end of each shift; what was in it before is in it again, and counts once."),
    element("div", { class: "row" }, canShare(file) ? share : null, button("Save the log as a file", canShare(file) ? "" : "main", () => download(file))),
    element("details", {}, element("summary", {}, "As text, to copy"), element("label", { for: "csv" }, name), text),
  ];
}

const canShare = (file: File): boolean => "canShare" in navigator && navigator.canShare({ files: [file] });

function download(file: File): void {
  const link = element("a", { href: URL.createObjectURL(file), download: file.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
