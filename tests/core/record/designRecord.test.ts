import { DOMParser } from "@xmldom/xmldom";
import { beforeAll, describe, expect, test } from "vitest";
import { countInside } from "../../../core/geo/countInside.ts";
import { buildPointIndex } from "../../../core/geo/pointIndex.ts";
import { runJob } from "../../../core/job.ts";
import { present } from "../../../core/plan/history.ts";
import { designRecord, type RecordedDesign } from "../../../core/record/designRecordJob.ts";
import { designTables } from "../../../core/record/designTables.ts";
import { nodeContext } from "../../support/nodeContext.ts";
import { inventedHistory, inventedInput, inventedTable, NASTY } from "./inventedDesign.ts";

let made: RecordedDesign;
beforeAll(async () => {
  made = await runJob("designRecord", designRecord, inventedInput(), nodeContext);
});

describe("the record of a design", () => {
  test("tells of each hotspot what is inside, where it is, who is near, and when it happens", () => {
    const { record } = made;
    const { x, y } = inventedTable();
    const index = buildPointIndex(x, y), plan = present(inventedHistory());
    expect(record.kept).toBe(4000);
    expect(record.hotspots.map(({ id, incidents }) => [id, incidents])).toEqual(
      plan.hotspots.map(({ id, shape }) => [id, countInside(index, shape)] as const).toSorted((a, b) => b[1] - a[1]),
    );
    const [first] = record.hotspots;
    expect(first).toMatchObject({ id: "h1", name: "H1", note: "by the market", rank: 1, centre: { x: 20, y: 0 }, hours: null });
    expect(first.neighbours.map(({ id }) => id)).toEqual(["h3", "h2"]);
    expect(first.exclusions).toMatchObject([{ id: "x6", reason: "indoors", rule: "Schools: places, 30 m", overruled: "closed in 2023" }]);
    expect(first.patrolAreas.map(({ name }) => name)).toEqual(["P4"]);
    expect(first.together).toBeGreaterThan(first.incidents);
    expect(first.harm).toBe(19 * first.incidents);
    expect(first.profile.total).toBe(first.together);
    expect(first.profile.quietHours).toEqual(Array.from({ length: 18 }, (_, hour) => hour));
    expect(record.alone.map(({ name }) => name)).toEqual(["P5"]);
    expect(record.log.map(({ step, origin }) => [step, origin])).toEqual([[1, "by hand"], [2, "proposal"], [3, "by hand"]]);
  });

  test("tells of each method the parameters that were used, on which filter, and what it found", () => {
    expect(made.record.methods).toMatchObject([
      {
        title: "Best set of 3",
        filter: "Jan, Feb",
        parameters: [["k", "3"], ["side", "150 m"], ["inside", "1200"], ["bound", "1224.5"], ["gap", "0.02"], ["greedy", "1000"], ["Count", "no parameter"], ["Getis-Ord Gi*", "rotate yes, least rings 1, 2"]],
        findings: [["Inside the proposed set", "1,200"], ["Upper bound on any set", "1,225: the set is within 2.0 % of the best possible"], ["Greedy choice from the fixed tessellation", "1,000: the set holds 20.0 % more"]],
      },
    ]);
  });

  test("of an empty plan, tells that there is nothing", async () => {
    const input = inventedInput();
    const { record, document } = await runJob("designRecord", designRecord, { ...input, history: { ...input.history, base: JSON.parse('{"hotspots":[],"patrolAreas":[],"exclusions":[],"expertPoints":[],"harm":null,"buffer":75,"side":150,"next":1}'), steps: [], position: 0 } }, nodeContext);
    expect(record.hotspots).toEqual([]);
    expect(document).toContain("No step yet.");
  });

  test("is made without the document where only the tables are wanted", async () => {
    const { document, record } = await runJob("designRecord", designRecord, { ...inventedInput(), document: false }, nodeContext);
    expect(document).toBeNull();
    expect(record.log).toEqual(made.record.log);
  });
});

describe("the document", () => {
  test("has a sheet for the cover, for the account, for each hotspot and for the log", () => {
    expect(made.document!.match(/<section class="sheet"/g)).toHaveLength(1 + 1 + 3 + 1);
    for (const id of ["h1", "h2", "h3"]) expect(made.document).toContain(`<section class="sheet" id="${id}">`);
  });

  test("holds names as text, never as markup", () => {
    expect(made.document).not.toContain("<script");
    expect(made.document!.split("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;").length).toBeGreaterThan(4);
    expect(NASTY).toContain("<script>");
    // The marking stands in the style sheet, where a quotation mark would end the string.
    expect(made.document).toContain('content: "OFFICIAL \\22 A\\22 "');
    expect(made.document!.match(/<span class="mark">OFFICIAL &quot;A&quot;<\/span>/g)).toHaveLength(1 + 1 + 3 + 1);
  });

  test("needs no network and no script: nothing in it points anywhere else", () => {
    const links = [...made.document!.matchAll(/(?:href|src|url\()=?["']?([^"')\s>]+)/g)].map(([, to]) => to);
    expect(links.filter((to) => !to.startsWith("#"))).toEqual([]);
    expect(made.document).toContain("default-src 'none'");
  });

  test("is well-formed, so that every browser reads it alike", () => {
    const body = made.document!.replace("<!doctype html>", "").replaceAll(/<meta([^>]*)>/g, "<meta$1/>");
    const faults: string[] = [];
    new DOMParser({ onError: (_, message) => faults.push(message) }).parseFromString(body, "application/xhtml+xml");
    expect(faults).toEqual([]);
  });

  test("writes dates as they are written in Britain", () => {
    expect(made.document).toContain("26 November 2026, 10:57 UTC");
    expect(made.document).toContain("1 January 2024 to 26 October 2024");
  });

  test("says what a reader asks: spacing, set aside records, exclusions and why one does not hold", () => {
    for (const words of ["Spacing: every rule is kept.", "7: There are no coordinates.", "closed in 2023", "weights.csv: ASSAULT 19 (days for one offence)", "Patrols offered 22:00 to 02:00.", "proposal taken over"]) {
      expect(made.document).toContain(words);
    }
  });
});

describe("the design's tables", () => {
  test("hold a row a change, each value of its column's type", () => {
    const [log, record] = designTables(made.record);
    expect(log.rows.map((row) => row.slice(0, 7))).toEqual([
      [1, "Move 1 hotspot and 1 patrol area by 20 m", "by hand", "h1", "H1", "hotspot", "moved 20 m to the east"],
      [1, "Move 1 hotspot and 1 patrol area by 20 m", "by hand", "p4", "P4", "patrol area", "moved 20 m to the east"],
      [2, "Move H2 to the best place nearby", "proposal taken over", "h2", "H2", "hotspot", "moved 50 m to the north-west"],
      [3, `Rename H3 to ${NASTY}`, "by hand", "h3", NASTY, "hotspot", `renamed from H3 to ${NASTY}`],
    ]);
    expect(record.rows).toContainEqual(["methods", "Best set of 3, k", "3"]);
    expect(record.rows).toContainEqual(["exclusions", "School", "indoors; rule: Schools: places, 30 m; overruled: closed in 2023"]);
    for (const { columns, rows } of [log, record]) {
      for (const row of rows) {
        expect(row).toHaveLength(columns.length);
        row.forEach((value, i) => value !== null && expect(typeof value, columns[i].name).toBe(columns[i].type === "TEXT" ? "string" : "number"));
      }
    }
  });
});
