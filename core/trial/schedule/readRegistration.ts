// Reads a registration text back: what is needed to draw the schedule again.

import { InputError } from "../../errors.ts";
import { csvRows } from "../../formats/csvRows.ts";
import { unguarded } from "../../formats/writeCsv.ts";
import { parseTime } from "../../incidents/parseTime.ts";
import type { ScheduleDesign } from "./drawSchedule.ts";
import { datesOf } from "./datesOf.ts";
import { DRAWN, LINE, UNITS_HEAD } from "./registration.ts";
import { sha256Hex } from "./sha256Hex.ts";

export interface Registration {
  readonly title: string;
  readonly version: number;
  readonly design: Omit<ScheduleDesign, "kept">;
  /** null: imported from a file, and no draw can be repeated. */
  readonly attempt: number | null;
  readonly kept: number;
  readonly hash: string;
  /** SHA-256 of the text. */
  readonly seal: string;
}

/** @throws InputError where a line is missing or says nothing that can be read */
export function readRegistration(text: string): Registration {
  const end = text.indexOf(`\n${UNITS_HEAD}\n`);
  const lines = new Map<string, string>();
  for (const line of text.slice(0, Math.max(0, end)).split("\n")) {
    const colon = line.indexOf(": ");
    if (colon > 0 && !lines.has(line.slice(0, colon))) lines.set(line.slice(0, colon), line.slice(colon + 2));
  }
  const say = (name: string): string => {
    const value = lines.get(name);
    if (value === undefined) throw new InputError(`The registration has no line "${name}: …". Give the file as it was written when the schedule was sealed.`);
    return value;
  };
  const number = (name: string, value = say(name)): number => {
    const read = Number.parseFloat(value);
    if (!Number.isFinite(read)) throw new InputError(`The registration says "${name}: ${value}", which is no number. Give the file as it was written.`);
    return read;
  };
  const first = parseTime(say(LINE.first), "year-first");
  if (typeof first === "string") throw new InputError(`The registration says "${LINE.first}: ${say(LINE.first)}", which is no date. Give the file as it was written.`);
  const block = say(LINE.block);
  if (block !== "day" && block !== "pair") throw new InputError(`The registration says "${LINE.block}: ${block}"; a block is a day or a pair. Give the file as it was written.`);
  const redraw = /^at most (\d+) times, until the imbalance is at most (\S+)$/.exec(say(LINE.redraw));
  return {
    title: say(LINE.title),
    version: number(LINE.version),
    design: {
      units: unitsOf(text.slice(end + UNITS_HEAD.length + 2)),
      days: datesOf({ first: first.ms, days: number(LINE.days) }),
      share: number(LINE.share),
      block,
      redraw: redraw && { attempts: number(LINE.redraw, redraw[1]), most: number(LINE.redraw, redraw[2]) },
      seed: say(LINE.seed),
    },
    attempt: say(LINE.origin) === DRAWN ? number(LINE.attempt) : null,
    kept: number(LINE.kept),
    hash: say(LINE.hash),
    seal: sha256Hex(text),
  };
}

function unitsOf(text: string): ScheduleDesign["units"] {
  const [, ...rows] = csvRows(text);
  return rows.map(({ cells }) => {
    const [id, , stratum, group, , , baseline] = cells.map(unguarded);
    return { id, stratum, ...(group !== "" && { group }), ...(baseline !== "" && { baseline: Number.parseFloat(baseline) }) };
  });
}
