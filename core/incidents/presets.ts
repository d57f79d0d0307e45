// The files that Hexbeat knows by their headers: which column means what, and how their dates are written.

import { headerKey, type ColumnRole } from "./columnRole.ts";
import type { DateReading } from "./parseTime.ts";

export interface Preset {
  readonly id: string;
  readonly label: string;
  /** All of these headers are there in at least one of the variants; empty for the general preset. */
  readonly known: readonly (readonly string[])[];
  /** For each role the headers that may hold it, the best first; "keep" takes all that are there. */
  readonly columns: { readonly [Role in ColumnRole]?: readonly string[] };
  /** The publisher's documented order of day and month; absent where the dates say it themselves. */
  readonly dates?: DateReading;
  /** What the publisher's coordinates are, where the columns are those of this preset. */
  readonly crs?: string;
}

/** In the order in which they are tried. Keys as headerKey makes them. */
export const PRESETS: readonly Preset[] = [
  {
    id: "police.uk",
    label: "police.uk street-level crime",
    known: [["month", "longitude", "latitude", "crime type"]],
    columns: {
      x: ["longitude"], y: ["latitude"], start: ["month"], category: ["crime type"], id: ["crime id"],
      keep: ["location", "lsoa code", "falls within", "last outcome category"],
    },
    crs: "EPSG:4326",
  },
  {
    id: "san-francisco-2018",
    label: "San Francisco, 2018 onwards",
    known: [["incident datetime", "incident category", "longitude", "latitude"]],
    columns: {
      x: ["longitude"], y: ["latitude"], start: ["incident datetime"], category: ["incident category"],
      name: ["incident description", "incident subcategory"], id: ["row id", "incident id"],
      keep: ["intersection", "police district", "analysis neighborhood", "resolution"],
    },
    crs: "EPSG:4326",
  },
  {
    id: "san-francisco-2003",
    label: "San Francisco, 2003 to 2018",
    known: [["dates", "category", "descript", "x", "y"], ["date", "time", "category", "descript", "x", "y"]],
    columns: {
      x: ["x"], y: ["y"], start: ["dates", "date"], startTime: ["time"], category: ["category"], name: ["descript"],
      id: ["pdid"], keep: ["address", "pddistrict", "resolution"],
    },
    dates: "month-first",
    crs: "EPSG:4326",
  },
  {
    id: "chicago",
    label: "Chicago",
    known: [
      ["case number", "date", "primary type", "latitude", "longitude"],
      ["case#", "date of occurrence", "primary description", "latitude", "longitude"],
    ],
    columns: {
      x: ["longitude"], y: ["latitude"], start: ["date", "date of occurrence"],
      category: ["primary type", "primary description"], name: ["description", "secondary description"],
      domestic: ["domestic"], id: ["id", "case#"], keep: ["block", "location description", "beat", "district"],
    },
    dates: "month-first",
    crs: "EPSG:4326",
  },
  {
    id: "new-york",
    label: "New York (NYPD complaints)",
    known: [["cmplnt num", "cmplnt fr dt", "ofns desc", "latitude", "longitude"]],
    columns: {
      x: ["longitude"], y: ["latitude"], start: ["cmplnt fr dt"], startTime: ["cmplnt fr tm"],
      end: ["cmplnt to dt"], endTime: ["cmplnt to tm"], category: ["ofns desc"], name: ["pd desc"],
      id: ["cmplnt num"], keep: ["boro nm", "addr pct cd", "law cat cd", "prem typ desc"],
    },
    dates: "month-first",
    crs: "EPSG:4326",
  },
  {
    id: "general",
    label: "Any other table",
    known: [],
    columns: {
      x: ["longitude", "lon", "long", "lng", "longitud", "x", "easting", "eastings", "east", "x coordinate", "x coord",
        "xcoord", "point x", "coord x"],
      y: ["latitude", "lat", "latitud", "y", "northing", "northings", "north", "y coordinate", "y coord", "ycoord",
        "point y", "coord y"],
      point: ["coordinates", "lat lon", "latlon", "lat long", "lat lng", "wkt", "point", "geom", "the geom", "geometry",
        "grid reference", "grid ref", "os grid reference", "ngr", "geolocation"],
      start: ["datetime", "date time", "occurred from", "date from", "from date", "start date", "committed from",
        "committed start", "offence start", "occurred", "occurred on", "occurred at", "occurred on date",
        "incident datetime", "incident date", "offence date", "crime date", "event date", "date occurred", "date occ",
        "date of occurrence", "dates", "date", "timestamp", "reported date", "report date", "fecha hecho", "fecha",
        "datum"],
      startTime: ["time from", "from time", "start time", "time occurred", "time occ", "occurred time", "incident time",
        "time"],
      end: ["occurred to", "date to", "to date", "end date", "committed to", "committed end", "offence end"],
      endTime: ["time to", "to time", "end time"],
      year: ["year"], month: ["month"], day: ["day"], hour: ["hour"], minute: ["minute"],
      category: ["category", "crime type", "offence type", "offense type", "offence category", "offence group",
        "offence", "offense", "crime", "primary type", "incident type", "type", "modalidad"],
      name: ["description", "descript", "offence description", "offense description", "crime description",
        "subcategory", "offence name", "sub type"],
      domestic: ["domestic", "domestic flag", "is domestic", "dv flag", "domestic abuse"],
      id: ["id", "crime id", "crime number", "crime ref", "crime reference", "incident id", "incident number",
        "case number", "urn", "reference"],
      keep: ["location", "address", "street", "block", "hundred block", "district", "beat", "neighbourhood",
        "neighborhood", "ward", "premise", "premises", "location description", "loc cat", "falls within", "lsoa code",
        "borough", "sexo"],
    },
  },
];

export function presetById(id: string): Preset | undefined {
  return PRESETS.find((preset) => preset.id === id);
}

/** The first preset whose headers are all there, otherwise the general one. */
export function detectPreset(headers: readonly string[]): Preset {
  const keys = new Set(headers.map(headerKey));
  return (
    PRESETS.find((preset) => preset.known.some((variant) => variant.every((key) => keys.has(key)))) ??
    (PRESETS.at(-1) as Preset)
  );
}
