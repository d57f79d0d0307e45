// The plane that a project's shapes are in; null while it has no incidents.

import type { Plane } from "../core/geo/plane.ts";
import { unpackTable } from "../core/incidents/packedTable.ts";
import type { ProjectAtPath } from "./cliFiles.ts";

export const planeOf = async ({ host, opened }: ProjectAtPath): Promise<Plane | null> =>
  opened.hasIncidents ? unpackTable(await host.getIncidents({ id: opened.project.id })).plane : null;
