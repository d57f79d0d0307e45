// A small invented design with everything that a record tells of, and a name that would break a careless document.

import { NO_FILTER } from "../../../core/incidents/filter.ts";
import type { IncidentTable } from "../../../core/incidents/table.ts";
import type { ImportReport } from "../../../core/incidents/importReport.ts";
import type { StoredResult } from "../../../core/host.ts";
import { commit, startHistory } from "../../../core/plan/history.ts";
import { EMPTY_PLAN, type Hotspot, type Plan } from "../../../core/plan/plan.ts";
import { moveShapes } from "../../../core/plan/edits/moveShapes.ts";
import { rename } from "../../../core/plan/edits/describeEntity.ts";
import { storeHistory } from "../../../core/plan/storeHistory.ts";
import { gatherRecord } from "../../../core/record/gatherRecord.ts";
import type { RecordInput } from "../../../core/record/recordInput.ts";
import { createRandom } from "../../../core/stats/random.ts";

export const NASTY = '<script>alert("1")</script> & \'more\'';

const hotspot = (n: number, x: number, y: number, more: Partial<Hotspot> = {}): Hotspot => ({
  id: `h${n}`, name: `H${n}`, shape: { kind: "hexagon", centre: { x, y }, side: 150, rotation: 0.1 * n }, rank: n, note: "", locked: false, ...more,
});
const box = (x: number, y: number, side: number) => ({
  kind: "polygon" as const,
  rings: [[{ x, y }, { x: x + side, y }, { x: x + side, y: y + side }, { x, y: y + side }]],
});

const START: Plan = {
  ...EMPTY_PLAN,
  hotspots: [hotspot(1, 0, 0, { note: "by the market" }), hotspot(2, 900, 0, { hours: [22, 23, 0, 1] }), hotspot(3, 0, 800)],
  patrolAreas: [{ id: "p4", name: "P4", hotspot: "h1", shape: box(-100, -100, 300), note: "" }, { id: "p5", name: "P5", hotspot: null, shape: box(2000, 2000, 200), note: "north" }],
  exclusions: [
    { id: "x6", name: "School", reason: "indoors", shape: box(190, -50, 60), rule: "Schools: places, 30 m", overruled: "closed in 2023" },
    { id: "x7", name: "Far away", reason: "prison", shape: box(9000, 9000, 60) },
  ],
  harm: { name: "weights.csv", weights: [{ offence: "ASSAULT", days: 19 }] },
  next: 8,
};

export function inventedHistory() {
  const edits = [
    (plan: Plan) => moveShapes(plan, ["h1", "p4"], 20, 0),
    (plan: Plan) => ({ ...moveShapes(plan, ["h2"], -30, 40), label: "Move H2 to the best place nearby" }),
    (plan: Plan) => rename(plan, "h3", NASTY),
  ];
  return edits.reduce((history, edit) => {
    const { label, plan } = edit(history.entries[history.position].plan);
    return commit(history, label, plan);
  }, startHistory(START));
}

const N = 4000;

/** Half of the incidents lie about H1; the hours are 18 to 23. */
export function inventedTable(): IncidentTable {
  const random = createRandom("a design");
  const x = Float64Array.from({ length: N }, (_, i) => (i % 2 === 0 ? 200 : 3000) * (random.uniform() - 0.5));
  const y = Float64Array.from({ length: N }, (_, i) => (i % 2 === 0 ? 200 : 3000) * (random.uniform() - 0.5));
  const start = Float64Array.from({ length: N }, (_, i) => Date.UTC(2024, 0, 1 + (i % 300), 18 + (i % 6), 30));
  return {
    length: N, plane: { kind: "local", lon0: 10, lat0: 50 }, x, y, start, end: start, precision: "minute",
    offence: new Uint16Array(N), offences: [{ category: "ASSAULT", name: "ASSAULT" }], domestic: new Uint8Array(N).fill(2),
    source: new Uint8Array(N), line: Uint32Array.from({ length: N }, (_, i) => i + 2), sources: ["invented.csv"], texts: [],
  };
}

const REPORT: ImportReport = {
  file: "invented.csv", sha256: "ab".repeat(32), preset: "", crs: "EPSG:4326", plane: "local", precision: "minute", records: N + 7, loaded: N, setAside: 7, leftOut: 0,
  reasons: [{ code: "no-coordinates", text: "There are no coordinates.", count: 7, examples: [] }], leftOutReasons: [], notices: [], from: "2024-01-01T18:30:00", to: "2024-10-26T23:30:00",
};

const RESULT: StoredResult = {
  id: "result-1", job: "placeHexagons", title: "Best set of 3", made: "2024-11-01T10:00:00.000Z", version: "0.1.0",
  parameters: { k: 3, side: 150, methods: { Count: {}, "Getis-Ord Gi*": { rotate: true, leastRings: [1, 2] } }, inside: 1200, bound: 1224.5, gap: 0.02, greedy: 1000 },
  request: { job: "placeHexagons", filter: { ...NO_FILTER, months: [0, 1] }, params: {} },
  value: { shown: {}, numbers: {} },
};

export function inventedInput(): RecordInput {
  const table = inventedTable();
  return gatherRecord({
    project: "Harbour", made: "2026-11-26T10:57:00.000Z", version: "0.1.0", cover: { title: "", author: "A. Analyst", marking: 'OFFICIAL "A"' },
    history: storeHistory(inventedHistory()), reports: [REPORT], results: [RESULT],
    layers: [{ name: "Streets", data: { type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: [[9.9, 50], [10.1, 50]] } }] } }],
    table, harm: START.harm, filter: NO_FILTER, selected: Uint32Array.from({ length: N }, (_, i) => i), x: table.x, y: table.y,
  });
}
