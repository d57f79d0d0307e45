// What the sample project is made of, in the order in which it is loaded: written to manifest.json, read by the app and the command line.

import { PLANE, TOWN } from "./site.ts";

export interface SampleFile {
  readonly file: string;
  readonly kind: "incidents" | "layer" | "plan" | "patrol-logs" | "pings" | "schedule";
  readonly title: string;
  /** For layers. */
  readonly geometry?: "polygon" | "line" | "point";
}

const layer = (name: string, geometry: SampleFile["geometry"], title: string): SampleFile =>
  ({ file: `${name}.geojson`, kind: "layer", geometry, title });

const files: readonly SampleFile[] = [
  { file: "incidents.csv.gz", kind: "incidents", title: `${TOWN} incidents 2022 to 2024 (invented)` },
  layer("study-area", "polygon", "Study area"),
  layer("districts", "polygon", "Districts"),
  layer("parks", "polygon", "Parks"),
  layer("river", "polygon", "River"),
  layer("town-centre", "polygon", "Town centre"),
  layer("grounds", "polygon", "Grounds: hospital, prison, schools, retail park, industrial estate"),
  layer("railway", "line", "Railway"),
  layer("streets", "line", "Streets"),
  layer("bridges", "point", "Bridges"),
  layer("places", "point", "Places"),
  layer("trial-hotspots", "polygon", "Trial hotspots 2024"),
  { file: "plan.json", kind: "plan", title: "Starter plan" },
  { file: "trial-schedule.csv", kind: "schedule", title: "Trial schedule, April to September 2024" },
  { file: "patrol-logs.csv.gz", kind: "patrol-logs", title: "Patrol logs of the trial" },
  { file: "radio-pings.csv.gz", kind: "pings", title: "Radio pings, last fortnight of the trial" },
];

export const manifest = {
  name: `${TOWN} (invented)`,
  invented: `${TOWN} is an invented town: no place, person or incident in it is real.`,
  plane: PLANE,
  incidents: {
    crs: "EPSG:4326",
    /** Header → role in the import's mapping. */
    columns: {
      id: "id", category: "category", "offence name": "name", domestic: "domestic", "date from": "start", "date to": "end",
      longitude: "x", latitude: "y", location: "keep", district: "keep",
    },
  },
  files,
} as const;
