// The job that says how concentrated crime is: Lorenz curve, Gini, the few cells that hold most, and where a plan stands against the best.

import { InputError } from "../../errors.ts";
import { buildPointIndex } from "../../geo/pointIndex.ts";
import { countInAny } from "../../geo/countInside.ts";
import { unionArea } from "../../geo/unionArea.ts";
import { defineJob } from "../../job.ts";
import { shapeSchema, z } from "../../schema.ts";
import { cellsForShare } from "../../stats/cellsForShare.ts";
import { checkIncidents } from "../../stats/checkIncidents.ts";
import { generalisedGini, gini } from "../../stats/gini.ts";
import { crimeShareAt, lorenz, type Lorenz } from "../../stats/lorenz.ts";
import { candidateCells, latticeParams, sumByCell } from "./candidateCells.ts";

export interface PlanConcentration {
  /** Of all shapes together, overlaps once, m²; and as a share of the cells' area. */
  readonly area: number;
  readonly areaShare: number;
  /** Of all crime given. */
  readonly crimeShare: number;
  /** The same of the cells with the most, in the same area. */
  readonly best: number;
  /** crimeShare / best, PEI*: shapes that are freely placed may be above 1, since they are not bound to the lattice. */
  readonly ratio: number;
}

export interface Concentration {
  readonly cells: number;
  /** How the cells were chosen, in words: every share of cells depends on it. */
  readonly cover: string;
  readonly lorenz: Lorenz;
  readonly gini: number;
  /** null for harm, which has no number of crimes. */
  readonly generalisedGini: number | null;
  /** "x % of places hold 25, 50 and 80 % of crime". */
  readonly holding: readonly { readonly crimeShare: number; readonly cells: number; readonly cellShare: number }[];
  /** null without shapes. */
  readonly plan: PlanConcentration | null;
}

const SHARES = [0.25, 0.5, 0.8];

export const concentrationOfCrime = defineJob({
  title: "How concentrated crime is over cells: Lorenz curve, Gini, and a plan against the best of the same area",
  params: z.strictObject({
    ...latticeParams,
    shapes: z.array(shapeSchema).optional().describe("the plan's hotspots and patrol areas, m"),
  }),
  run({ x, y, weight, shapes = [], ...params }, context): Concentration {
    context.progress(0, "Counting in cells");
    checkIncidents(x, y, weight);
    const places = buildPointIndex(x, y);
    const cells = candidateCells(places, params);
    const measure = weight ? buildPointIndex(x, y, weight) : places;
    const values = weight ? sumByCell(cells.x.length, cells.cellOf, measure.weight) : cells.count;
    const total = values.reduce((sum, value) => sum + value, 0);
    if (!(total > 0)) throw new InputError("The harm of all incidents in the cells is 0 days, so nothing is concentrated. Check that the harm table's offences match.");
    const n = values.length;
    const curve = lorenz(values);
    const g = gini(values);
    return {
      cells: n,
      cover: cells.cover,
      lorenz: curve,
      gini: g,
      generalisedGini: weight ? null : generalisedGini(g, n, total),
      holding: SHARES.map((crimeShare) => {
        const needed = cellsForShare(values, crimeShare);
        return { crimeShare, cells: needed, cellShare: needed / n };
      }),
      plan: shapes.length === 0 ? null : planOf(),
    };

    function planOf(): PlanConcentration {
      const area = unionArea(shapes);
      const areaShare = area / (n * cells.area);
      const crimeShare = countInAny(measure, shapes) / measure.total;
      const best = (crimeShareAt(curve, areaShare) * total) / measure.total;
      return { area, areaShare, crimeShare, best, ratio: crimeShare / best };
    }
  },
});
