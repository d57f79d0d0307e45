// What an analyst should know about a file that did not keep its records from being loaded.

import { crsByCode } from "../geo/crs.ts";
import type { ImportNotice } from "./importReport.ts";
import type { ImportSettings } from "./importSettings.ts";
import { FAR_AWAY, OUTSIDE, type PlacedIncidents } from "./placeIncidents.ts";
import { presetById } from "./presets.ts";
import type { RawIncidents } from "./rawIncidents.ts";
import type { ReadIncidents } from "./readIncidents.ts";
import { timeNotices } from "./timeNotices.ts";
import type { IncidentTable } from "./table.ts";

export interface Imported {
  readonly table: IncidentTable;
  readonly raw: RawIncidents;
  readonly read: ReadIncidents;
  readonly placed: PlacedIncidents;
  readonly settings: ImportSettings;
  readonly repeats: Uint8Array;
  readonly repeatedIds: number;
}

export function importNotices(imported: Imported): ImportNotice[] {
  const { table } = imported;
  if (table.length === 0) return [{ code: "no-incidents", text: "No incident was loaded.", count: 0 }];
  return [...timeNotices(table, imported.read), ...readingNotices(imported), ...placeNotices(imported), ...recordNotices(imported)];
}

function readingNotices({ settings, read, table }: Imported): ImportNotice[] {
  const notices: ImportNotice[] = [];
  const { dateOrder } = settings;
  if (read.hasTimes && (dateOrder === "day-first" || dateOrder === "month-first")) {
    const documented = presetById(settings.preset)?.dates === dateOrder;
    notices.push({ code: "date-order", text: `Dates were read ${dateOrder}${documented ? ", as this publisher documents them" : ""}.`, count: table.length });
  }
  const mojibake = (text: string): boolean => /Ã[\u0080-\u00BF]|Â[£§°\u00A0]|â€/.test(text);
  const texts = [...table.offences.map(({ name }) => name), ...table.texts.flatMap(({ values }) => values)].filter(mojibake);
  if (texts.length > 0) {
    notices.push({ code: "double-encoded", text: `Some texts look encoded twice ("${texts[0]}"). They were left as they are.`, count: texts.length });
  }
  return notices;
}

function placeNotices({ placed, table, raw, settings }: Imported): ImportNotice[] {
  const notices: ImportNotice[] = [];
  const flagged = (bit: number): number => placed.fault.reduce((sum, fault) => sum + (fault & bit ? 1 : 0), 0);
  const outside = settings.studyArea ? flagged(OUTSIDE) : 0;
  if (outside > 0 && settings.outside === "keep") {
    notices.push({ code: "outside-study-area", text: "Points lie outside the study area. They are loaded; leave them out in the import, or filter by area.", count: outside });
  }
  const far = flagged(FAR_AWAY);
  if (far > 0 && settings.farAway === "keep") {
    notices.push({
      code: "far-away",
      text: "Points lie far from all others, as a wrong geocode leaves them. They are loaded; leave them out in the import, or filter by area.",
      count: far,
    });
  }
  const { count, row } = placed.mostCrowded;
  if (count >= 50 && count >= 0.01 * raw.length) {
    // The text column with the most different values is the nearest thing to an address.
    const [address] = raw.texts.toSorted((a, b) => b.values.length - a.values.length);
    const text = address?.values[address.codes[row]];
    notices.push({
      code: "crowded-place",
      text:
        `${percent(count, raw.length)} of the incidents share one coordinate (${raw.x[row]}, ${raw.y[row]}${text ? `, "${text}"` : ""}). ` +
        `Is it a police station, a court or a default of the geocoder, rather than where they happened?`,
      count,
    });
  }
  if (placed.places < raw.length / 2) {
    notices.push({
      code: "snapped",
      text: `The incidents lie on ${placed.places} distinct points: locations are snapped (to blocks, intersections or map points), not exact.`,
      count: placed.places,
    });
  }
  if (crsByCode(settings.crs).units === "degrees" && isCoarse(raw)) {
    notices.push({ code: "coarse-coordinates", text: "The coordinates have at most three decimals: they are good to 100 m at best.", count: raw.length });
  }
  const blank = table.offences.findIndex(({ category }) => category === "(not given)");
  if (blank >= 0) {
    const none = table.offence.reduce((sum, offence) => sum + (offence === blank ? 1 : 0), 0);
    if (none > 0) notices.push({ code: "no-offence", text: "Incidents say no offence.", count: none });
  }
  return notices;
}

/** All whole thousandths of a degree; a few records may be so by chance. */
function isCoarse({ x, y, length }: RawIncidents): boolean {
  const whole = (degrees: number): boolean => Math.abs(degrees * 1000 - Math.round(degrees * 1000)) < 1e-6;
  return length >= 20 && x.every(whole) && y.every(whole);
}

function recordNotices({ repeats, repeatedIds, settings, raw }: Imported): ImportNotice[] {
  const notices: ImportNotice[] = [];
  const repeated = repeats.reduce((sum, repeat) => sum + repeat, 0);
  if (repeated > 0 && settings.duplicates === "keep") {
    const proof = raw.id ? "and carry the same record number" : "but the file has no record number, so they may be different incidents";
    notices.push({
      code: "duplicates",
      text: `Records repeat an earlier one in every column that is read, ${proof}. They are loaded; leave them out in the import.`,
      count: repeated,
    });
  }
  if (repeatedIds > 0) {
    notices.push({ code: "repeated-ids", text: "Records carry the record number of an earlier one, with other contents (several offences of one incident?). They are loaded.", count: repeatedIds });
  }
  if (raw.damagedIds > 0) {
    notices.push({ code: "damaged-ids", text: "Record numbers were damaged by a spreadsheet (1.23E+11) and are not used. Get the file again, not through a spreadsheet.", count: raw.damagedIds });
  }
  return notices;
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
