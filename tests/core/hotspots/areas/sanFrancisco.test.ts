// Trial Two's way on San Francisco's assaults: the cells that hold 30 %, and an outline for each concentration, smooth and along TIGER's roads.

import { openAsBlob } from "node:fs";
import { describe, expect, test } from "vitest";
import { readLayer } from "../../../../core/formats/readLayerJob.ts";
import { roadLinesOf } from "../../../../core/formats/roadLinesOf.ts";
import { area } from "../../../../core/geo/area.ts";
import { isValidPolygon } from "../../../../core/geo/polygonFaults.ts";
import { crimeConcentrations } from "../../../../core/hotspots/areas/crimeConcentrations.ts";
import { proposeOutline } from "../../../../core/hotspots/areas/proposeOutline.ts";
import { runJob } from "../../../../core/job.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { haveShared, sharedPath } from "../../../support/shared.ts";
import { sharedFile } from "../../../support/sharedFile.ts";
import { importFrom } from "../../incidents/importText.ts";

const INCIDENTS = "sf_even_weeks_2011-01_2013-06.csv.gz", ROADS = "sf-roads-tiger2013-shp.zip";

async function assaults() {
  const { table } = await importFrom({ kind: "text", file: await openAsBlob(sharedPath("data", INCIDENTS)) }, {}, {}, INCIDENTS);
  const rows = [...table.x.keys()].filter((row) => table.offences[table.offence[row]].category === "ASSAULT");
  return { plane: table.plane, x: Float64Array.from(rows, (row) => table.x[row]), y: Float64Array.from(rows, (row) => table.y[row]) };
}

describe.skipIf(!haveShared("data", INCIDENTS) || !haveShared("data", "layers", ROADS))("San Francisco's assaults", () => {
  test("30 % lie in under 3 % of the cells that have any, and each concentration has an outline with all of its own", async () => {
    const { plane, x, y } = await assaults();
    const { layers } = await runJob("readLayer", readLayer, { source: { kind: "file", file: await sharedFile(`layers/${ROADS}`) }, name: ROADS }, nodeContext);
    const roads = roadLinesOf(layers[0].data, plane);
    const found = await runJob("crimeConcentrations", crimeConcentrations, { x, y, side: 150, share: 0.3 }, nodeContext);
    expect(found.share).toBeGreaterThanOrEqual(0.3);
    expect(found.needed / found.ofCells).toBeLessThan(0.03);
    expect(found.groups.length).toBeLessThan(found.needed / 2);
    for (const group of found.groups) {
      for (const how of ["smooth", "streets"]) {
        const outline = await runJob("proposeOutline", proposeOutline, { x, y, hexagons: [...group.hexagons], how, roads }, nodeContext);
        expect(outline.ofIncidents).toBe(group.incidents);
        expect(outline.incidents).toBe(group.incidents);
        expect(outline.outlines).toHaveLength(1);
        expect(isValidPolygon(outline.outlines[0])).toBe(true);
        expect(area(outline.outlines[0])).toBeLessThan(1.5 * group.area);
      }
    }
  });
});
