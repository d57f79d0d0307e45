// `hexbeat info`: what a project holds.

import { InputError } from "../core/errors.ts";
import { describePlane } from "../core/geo/plane.ts";
import { describeFilter, describePeriod } from "../core/incidents/describeFilter.ts";
import { unpackTable } from "../core/incidents/packedTable.ts";
import { selectIncidents } from "../core/incidents/selectIncidents.ts";
import { withProject } from "./cliFiles.ts";
import { filterOf } from "./filterOf.ts";
import { planOf } from "./planOf.ts";

export const INFO_HELP = `hexbeat info P.hexbeat

Prints what the project holds: incidents and where they came from, filter, plan, history, results, layers, notices.`;

export async function infoCommand(args: readonly string[]): Promise<unknown> {
  if (args.length !== 1) throw new InputError("Name one project: hexbeat info P.hexbeat.");
  return withProject(args[0], "read", async (project) => {
    const { host, opened } = project;
    const table = opened.hasIncidents ? unpackTable(await host.getIncidents({ id: opened.project.id })) : null;
    const plan = planOf(project);
    const filter = filterOf(opened.settings);
    return {
      project: opened.project,
      readOnly: opened.readOnly,
      incidents: table && {
        count: table.length,
        period: describePeriod(table),
        precision: table.precision,
        plane: describePlane(table.plane),
        offences: table.offences.length,
        sources: table.sources,
        filter: describeFilter(filter, table),
        filtered: selectIncidents(table, filter).length,
      },
      plan: {
        hotspots: plan.hotspots.length,
        patrolAreas: plan.patrolAreas.length,
        exclusions: plan.exclusions.length,
        expertPoints: plan.expertPoints.length,
        side: plan.side,
        buffer: plan.buffer,
      },
      history: { steps: opened.history?.steps.length ?? 0, position: opened.history?.position ?? 0 },
      reports: opened.reports,
      results: opened.results,
      layers: opened.layers,
      notices: opened.notices,
    };
  });
}
