// The plane of a project, from its incidents.

import type { Plane } from "../core/geo/plane.ts";
import { unpackTable } from "../core/incidents/packedTable.ts";
import type { ProjectAtPath } from "./cliFiles.ts";

/** null where it has no incidents yet. */
export const planeOf = async ({ host, opened }: ProjectAtPath): Promise<Plane | null> =>
  opened.hasIncidents ? unpackTable(await host.getIncidents({ id: opened.project.id })).plane : null;
