// The tasking pack: one HTML file with treatment hotspots, timer and patrol log, for a phone without a network.

import { sha256 } from "@noble/hashes/sha2.js";
import type { FeatureCollection } from "geojson";
import { InputError } from "../../errors.ts";
import { fileWord } from "../../formats/fileWord.ts";
import type { Plane } from "../../geo/plane.ts";
import { isoDay } from "../../incidents/isoDay.ts";
import type { PatrolArea } from "../../plan/plan.ts";
import { html, raw } from "../../record/html.ts";
import { dateOfTrialDay } from "../schedule/trialDays.ts";
import type { SealedSchedule } from "../sealedSchedule.ts";
import { base64 } from "./base64.ts";
import { namedStreets, streetsThrough } from "./namedStreets.ts";
import type { PackData } from "./packData.ts";
import { drawUnit } from "./packMap.ts";
import { PHONE_PROGRAM } from "./phoneProgram.ts";
import { PHONE_STYLE } from "./phoneStyle.ts";
import { teamsOf, treatedUnits } from "./treatedUnits.ts";

export interface TaskingPackInput {
  readonly schedule: SealedSchedule;
  /** The first trial day in the pack, counted from 0, and how many there are. */
  readonly from: number;
  readonly days: number;
  /** null: every team, and the phone asks which. */
  readonly team: string | null;
  /** Of the plan; those that belong to a unit are offered by name. */
  readonly patrolAreas: readonly PatrolArea[];
  /** A layer of lines for the maps; null for none. */
  readonly streets: FeatureCollection | null;
  readonly plane: Plane;
  /** Protective marking at the head of every screen; "" for none. */
  readonly marking: string;
}

/** "tasking-2024-05-01-north.html" */
export const packFileName = ({ schedule, from, days, team }: TaskingPackInput): string => `${["tasking", packPeriod(schedule, from, days), fileWord(team ?? "")].filter((word) => word !== "").join("-")}.html`;

/**
 * A page that needs nothing else and sends nothing: its Content Security Policy lets it run its own program only, known by its
 * SHA-256. Of units on control it says nothing; but a pack of several days tells whoever opens its text what is to come.
 * @throws InputError for days outside the schedule, for a team that has no unit, and where nothing is on treatment
 */
export function taskingPack(input: TaskingPackInput): string {
  const pack = packData(input);
  const policy = `default-src 'none'; script-src '${integrity(PHONE_PROGRAM)}'; style-src '${integrity(PHONE_STYLE)}'; base-uri 'none'; form-action 'none'`;
  // In a block of data "<" alone could end it.
  const data = JSON.stringify(pack).replaceAll("<", "\\u003c");
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>${pack.title}: patrols</title>
<style>${raw(PHONE_STYLE)}</style>
</head>
<body>
<noscript>This preview does not run the patrol pack. Save the file to the phone, and open it with the phone's browser.</noscript>
<div id="app"></div>
<script type="application/json" id="pack">${raw(data)}</script>
<script>${raw(PHONE_PROGRAM)}</script>
</body>
</html>
`.html;
}

/** What the page works on; see `taskingPack`. */
export function packData({ schedule, from, days, team, patrolAreas, streets, plane, marking }: TaskingPackInput): PackData {
  const { protocol, seal, version } = schedule;
  if (from < 0 || days < 1 || from + days > protocol.days) {
    throw new InputError(`Trial days ${from + 1} to ${from + days} are not all in the schedule, which has ${protocol.days} from ${isoDay(protocol.first)}. Choose days within it.`);
  }
  const teams = teamsOf(protocol);
  if (team !== null && !teams.includes(team)) throw new InputError(`No hotspot of the trial has the team "${team}". ${teams.length === 0 ? "Its hotspots have no teams." : `The teams are: ${teams.join(", ")}.`}`);
  const all = protocol.units;
  const dayUnits = Array.from({ length: days }, (_, i) => treatedUnits(schedule, from + i, team));
  const carried = [...new Set(dayUnits.flat())].sort((a, b) => a - b);
  if (carried.length === 0) throw new InputError("No hotspot is on treatment on these days, so there is nothing to patrol. Choose other days, or another team.");
  const named = streets === null ? [] : namedStreets(streets, plane);
  const units = carried.map((u) => {
    const { id, name, team: own = "", hours = null, shapes } = all[u];
    if (shapes.length === 0) throw new InputError(`"${name}" has no outline, so no officer could find it. Take the trial's units from hotspots of the plan.`);
    const { map, areas } = drawUnit(shapes, patrolAreas.filter(({ hotspot }) => hotspot === id), protocol.ring, named, plane);
    return { id, name, team: own, hours, areas, streets: streetsThrough(shapes, named), map };
  });
  return {
    id: [packPeriod(schedule, from, days), fileWord(team ?? ""), seal.slice(0, 8)].filter((word) => word !== "").join("-"),
    title: protocol.title,
    marking,
    version,
    seal,
    startHour: protocol.startHour,
    amber: protocol.amber,
    green: protocol.green,
    teams: team === null ? teams : [team],
    units,
    days: dayUnits.map((one, i) => ({ date: dateOf(schedule, from + i), units: one.map((u) => carried.indexOf(u)) })),
  };
}

const dateOf = ({ protocol }: SealedSchedule, day: number): string => isoDay(dateOfTrialDay(day, protocol));

const packPeriod = (schedule: SealedSchedule, from: number, days: number): string =>
  days === 1 ? dateOf(schedule, from) : `${dateOf(schedule, from)}-to-${dateOf(schedule, from + days - 1)}`;

const integrity = (text: string): string => `sha256-${base64(sha256(new TextEncoder().encode(text)))}`;
