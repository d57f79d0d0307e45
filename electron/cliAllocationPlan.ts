// The options of `hexbeat allocate` that say how many vehicles there are and by which rules they may stand.

import { InputError } from "../core/errors.ts";
import { namedAreas } from "../core/formats/namedAreas.ts";
import type { NamedArea } from "../core/forecast/evaluate/countsByArea.ts";
import { planeProjection, type Plane } from "../core/geo/plane.ts";
import type { Point } from "../core/geo/types.ts";
import { parseDecimal } from "../core/incidents/parseDecimal.ts";
import { parsePoint } from "../core/incidents/parsePoint.ts";
import { USUAL_TARGETS, type AllocationPlan, type Objective } from "../core/patrol/prepareAllocation.ts";
import { storedLayer } from "./cliForecasting.ts";
import { positiveNumber, wholeNumber } from "./cliOptions.ts";
import type { ProjectAtPath } from "./cliFiles.ts";

export const PLAN_OPTIONS = {
  vehicles: { type: "string" },
  kinds: { type: "string" },
  radius: { type: "string" },
  tile: { type: "string" },
  targets: { type: "string" },
  gap: { type: "string" },
  "time-limit": { type: "string" },
  fixed: { type: "string", multiple: true },
  forbidden: { type: "string", multiple: true },
  least: { type: "string" },
  jurisdictions: { type: "string" },
} as const;

export const PLAN_HELP = `  --vehicles N           how many vehicles there are (10); for fleet, the largest fleet
  --kinds car:20:500,foot:5:300:0.3
                         vehicles of different kinds: name, how many, radius in metres, and speed relative to a car (1)
  --radius METRES        a place is covered within this distance of a vehicle, tile centre to tile centre (500)
  --tile METRES          side of a tile (300)
  --targets 0,500,…      distances of the objective "targets", m, rising (${USUAL_TARGETS.join(", ")})
  --gap SHARE            stop when no allocation can be better by more than this share (0.001); 0 asks for the proven optimum
  --time-limit SECONDS   then the best found stands, with the bound that was proved (60)
  --fixed LON,LAT        a vehicle must stand in the tile of this place; may be given several times
  --forbidden LON,LAT    none may; may be given several times
  --least "Southern=2"   fewest vehicles in jurisdictions, by the names of --jurisdictions LAYER`;

export interface PlanValues {
  readonly vehicles?: string;
  readonly kinds?: string;
  readonly radius?: string;
  readonly tile?: string;
  readonly targets?: string;
  readonly gap?: string;
  readonly "time-limit"?: string;
  readonly fixed?: readonly string[];
  readonly forbidden?: readonly string[];
  readonly least?: string;
  readonly jurisdictions?: string;
}

/** @throws InputError for what cannot be read as a number, a place or a kind */
export function allocationPlan(values: PlanValues, objective: Objective, plane: Plane): AllocationPlan {
  const kinds = values.kinds?.split(",").map(kindOf);
  const sum = kinds?.reduce((total, kind) => total + kind.vehicles, 0);
  const places = (flag: string, given: readonly string[] = []): Point[] => given.map((text) => placeOf(flag, text, plane));
  return {
    objective,
    vehicles: wholeNumber("--vehicles", values.vehicles) ?? sum ?? 10,
    radius: positiveNumber("--radius", values.radius) ?? 500,
    tile: positiveNumber("--tile", values.tile) ?? 300,
    targets: values.targets?.split(",").map((text) => zeroOrMore("--targets", text)) ?? USUAL_TARGETS,
    gap: values.gap === undefined ? 0.001 : zeroOrMore("--gap", values.gap),
    timeLimit: positiveNumber("--time-limit", values["time-limit"]) ?? 60,
    ...(kinds && { kinds }),
    fixed: places("--fixed", values.fixed),
    forbidden: places("--forbidden", values.forbidden),
    least: values.least?.split(",").map(leastOf) ?? [],
  };
}

/** The areas that --least speaks of. */
export async function jurisdictionsOf(project: ProjectAtPath, { least, jurisdictions }: PlanValues, plane: Plane): Promise<NamedArea[]> {
  if (least === undefined) return [];
  if (jurisdictions === undefined) throw new InputError("--least names jurisdictions; say of which layer: --jurisdictions LAYER.");
  return namedAreas(await storedLayer(project, jurisdictions), plane);
}

function zeroOrMore(flag: string, text: string): number {
  const value = parseDecimal(text);
  if (value === undefined || value < 0) throw new InputError(`${flag} ${text.trim()} is not a number of 0 or more.`);
  return value;
}

/** "foot:5:300:0.3" */
function kindOf(text: string): NonNullable<AllocationPlan["kinds"]>[number] {
  const [name = "", vehicles, radius, speed, ...rest] = text.split(":").map((part) => part.trim());
  const count = wholeNumber("--kinds", vehicles);
  if (name === "" || !count || rest.length > 0) throw new InputError(`--kinds has "${text}". Write a name, how many, and a radius and a speed where they differ, such as foot:5:300:0.3.`);
  return { name, vehicles: count, ...(radius && { radius: positiveNumber("--kinds", radius) }), ...(speed && { speed: positiveNumber("--kinds", speed) }) };
}

/** "-122.41,37.77" */
function placeOf(flag: string, text: string, plane: Plane): Point {
  const point = parsePoint(text, false);
  if (!point || Math.abs(point[0]) > 180 || Math.abs(point[1]) > 90) throw new InputError(`${flag} ${text} is not a place. Write longitude and latitude in degrees, such as -122.41,37.77.`);
  return planeProjection(plane).forward(point);
}

/** "Southern=2" */
function leastOf(text: string): { name: string; vehicles: number } {
  const [, name = "", vehicles = ""] = /^\s*(.+?)\s*=\s*(\d{1,4})\s*$/.exec(text) ?? [];
  if (name === "") throw new InputError(`--least has "${text}". Write names with the fewest vehicles there, such as Southern=2,Central=1.`);
  return { name, vehicles: Number.parseInt(vehicles, 10) };
}
