// What a tasking pack carries inside: treatment hotspots of its days with their maps, and nothing of control.

/** A street's name, along it. */
export interface PackLabel {
  readonly text: string;
  /** From the map's centre, m: x to the east, y to the south, as SVG counts. */
  readonly x: number;
  readonly y: number;
  /** Degrees clockwise. */
  readonly angle: number;
}

/** SVG paths in metres from the map's centre: x to the east, y to the south. */
export interface PackMap {
  /** Half the side of the square that shows the whole hotspot with its surroundings, m. */
  readonly reach: number;
  readonly hotspot: string;
  /** Outline of the buffer; "" where there is none. */
  readonly buffer: string;
  readonly streets: string;
  readonly labels: readonly PackLabel[];
  /** Where a position lies on the map: x = east · Δlon + …, with Δlon and Δlat in degrees from the centre. */
  readonly degrees: {
    readonly lon: number;
    readonly lat: number;
    /** Metres along x of a degree of longitude and of latitude, then along y. */
    readonly x: readonly [number, number];
    readonly y: readonly [number, number];
  };
}

export interface PackArea {
  readonly name: string;
  /** Its outline, an SVG path as in the map. */
  readonly path: string;
}

export interface PackUnit {
  readonly id: string;
  readonly name: string;
  /** "" : every team sees it. */
  readonly team: string;
  /** Hours of the day in which patrols are offered; null: all of them. */
  readonly hours: readonly number[] | null;
  /** Patrol areas with a name, one of which is chosen; empty: the hotspot as a whole. */
  readonly areas: readonly PackArea[];
  /** Names of streets in it. */
  readonly streets: readonly string[];
  readonly map: PackMap;
}

export interface PackDay {
  /** "2024-05-01": it starts at the pack's hour, and ends as the next does. */
  readonly date: string;
  /** Indices of the units on treatment. */
  readonly units: readonly number[];
}

export interface PackData {
  /** Names the pack in its log, in the name of the log's file and in the phone's storage: "2024-05-01-north-3f9a02c1". */
  readonly id: string;
  readonly title: string;
  /** Protective marking; "" for none. */
  readonly marking: string;
  /** Of the sealed schedule. */
  readonly version: number;
  readonly seal: string;
  /** 0 to 23. */
  readonly startHour: number;
  /** Minutes. */
  readonly amber: number;
  readonly green: number;
  /** One of them is chosen on the phone where there are several; empty: no unit has a team. */
  readonly teams: readonly string[];
  readonly units: readonly PackUnit[];
  readonly days: readonly PackDay[];
}
