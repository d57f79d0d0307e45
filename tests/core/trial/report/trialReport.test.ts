// A trial's report: complete where everything was done, honest where it was not, and one file that needs nothing else.

import { DOMParser } from "@xmldom/xmldom";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { decimal, percent, signed } from "../../../../core/inWords.ts";
import { consortChecklist } from "../../../../core/trial/report/consortChecklist.ts";
import { primaryFinding } from "../../../../core/trial/report/primaryFinding.ts";
import { EMPTY_TRIAL_COVER, MOST_TEXT, trialCoverOf, TRIAL_TEXTS } from "../../../../core/trial/report/trialCover.ts";
import { trialReport } from "../../../../core/trial/report/trialReport.ts";
import type { TrialReportInput } from "../../../../core/trial/report/trialReportInput.ts";
import { seal } from "../schedule/inventedProtocol.ts";
import { EMPTY_REPORT, inventedReport, PLANNED } from "./inventedReport.ts";

let input: TrialReportInput, report: string;
beforeAll(async () => {
  input = await inventedReport();
  report = trialReport(input);
});

const headings = (html: string): string[] => [...html.matchAll(/<h2 id="([a-z]+)">/g)].map(([, id]) => id);

describe("the report", () => {
  test("stands in the order of CONSORT", () => {
    expect(headings(report)).toEqual([
      "introduction", "design", "units", "interventions", "outcomes", "power", "randomisation", "blinding",
      "flow", "delivery", "results", "ancillary", "harms", "discussion", "registration", "conventions", "checklist",
    ]);
  });

  test("needs no network and no script: nothing in it points anywhere else, and every link within it arrives", () => {
    const links = [...report.matchAll(/(?:href|src|url\()=?["']?([^"')\s>]+)/g)].map(([, to]) => to);
    const ids = new Set([...report.matchAll(/ id="([^"]+)"/g)].map(([, id]) => `#${id}`));
    expect(links.filter((to) => !ids.has(to))).toEqual([]);
    expect(report).not.toContain("<script");
    expect(report).toContain("default-src 'none'");
  });

  test("is well-formed, and holds what people wrote as text", () => {
    const written = trialReport({ ...input, cover: { ...EMPTY_TRIAL_COVER, background: "<i>One</i> & two\n\nthree" } });
    expect(written).toContain("<p>&lt;i&gt;One&lt;/i&gt; &amp; two</p><p>three</p>");
    expect(written).toContain("Quay nights &lt;b&gt;");
    const faults: string[] = [];
    new DOMParser({ onError: (_, message) => faults.push(message) }).parseFromString(written.replace("<!doctype html>", "").replaceAll(/<(meta|br)([^>]*)>/g, "<$1$2/>"), "application/xhtml+xml");
    expect(faults).toEqual([]);
  });

  test("has no number that is none", () => {
    expect(report.replace(/<style>.*?<\/style>/s, "")).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  test("says the primary outcome in its summary as the evaluation found it, with measure, interval and test", () => {
    const { comparison, rate, randomisation } = primaryFinding(input.evaluation!);
    const summary = report.slice(report.indexOf("What was found"), report.indexOf("Contents"));
    for (const words of [
      "All crime by count", `${signed(comparison!.difference, 3)}`, `${signed(100 * comparison!.change!, 1)} % (count)`, `rate ratio, treatment / control, is ${decimal(rate!.ratio, 3)}`,
      `p = ${decimal(randomisation!.p, 3)}, the randomisation test, exact`,
    ]) expect(summary).toContain(words);
  });

  test("does not call a difference that chance gives an absence of effect", () => {
    expect(primaryFinding(input.evaluation!).randomisation!.p).toBeGreaterThan(0.05);
    expect(report).toContain("It does not show that there is none.");
  });

  test("tells delivery by arm and by unit", () => {
    const { delivered, contaminated, byUnit } = input.dosage!;
    expect(report).toContain(`${percent(delivered!.share)} of treatment location-days had a full patrol`);
    expect(report).toContain(`${percent(contaminated!.share)} of control location-days`);
    for (const { name } of byUnit) expect(report).toContain(`<td>${name}</td>`);
  });

  test("tells seed, hashes and how to verify them", () => {
    const [{ hash, seal: sealed }] = input.schedules;
    for (const words of ["spring 24", hash, sealed, "hexbeat verify-schedule", "seed|attempt|date|stratum|item", "sealed on 20 March 2024, before the trial began"]) expect(report).toContain(words);
  });

  test("tells every version with its reason, and that one was sealed late", () => {
    const first = seal(PLANNED, { made: "2024-04-09T10:00:00.000Z" });
    const second = seal(PLANNED, { before: first, reason: "N4 was built over", made: "2024-04-20T10:00:00.000Z", begun: 19 });
    const told = trialReport({ ...input, schedules: [first, second] });
    for (const words of ["N4 was built over", "there were 2 versions", "sealed on 9 April 2024, when the trial had begun: until then nothing shows whether it was changed"]) expect(told).toContain(words);
  });

  test("tells where it was evaluated otherwise than it was sealed", () => {
    expect(report).not.toContain("Otherwise than version");
    expect(trialReport({ ...input, protocol: { ...PLANNED, level: 0.1 } })).toContain("Otherwise than version 1 sealed it: the level.");
  });
});

describe("a trial of which nothing was done yet", () => {
  test("says so in every part, and claims nothing", () => {
    const empty = trialReport(EMPTY_REPORT);
    for (const words of [
      "Not evaluated yet.", "Not known: no patrol logs or positions were given.", "The schedule was not sealed.", "Not done: no schedule was sealed.",
      "Not done: the project keeps no result of a power calculation.", "Not done: the trial was not evaluated.", "Nothing was computed.",
    ]) expect(empty).toContain(words);
    expect(headings(empty)).toEqual(headings(report));
  });

  test("a trial without units has a report too", () => {
    expect(trialReport({ ...EMPTY_REPORT, protocol: { ...PLANNED, units: [] } })).toContain("the trial has no units");
  });
});

describe("the checklist", () => {
  const missing = (of: TrialReportInput): string[] => consortChecklist(of).flatMap((item) => (item.missing === null ? [] : [item.item]));

  test("finds everything missing where nothing was done, but what the protocol says", () => {
    expect(missing(EMPTY_REPORT)).toEqual(["1b", "2a", "2b", "3b", "4a", "4b", "5", "6b", "7a", "7b", "8a", "8b", "9", "10", "11a", "12a", "12b", "13a", "13b", "14b", "15", "16", "17a", "17b", "18", "19", "20", "21", "22", "23", "24", "25"]);
  });

  test("finds what people have not written where everything was computed", () => {
    expect(missing(input)).toEqual(["2a", "2b", "4a", "4b", "5", "10", "11a", "14b", "15", "19", "20", "21", "22", "23", "24", "25"]);
  });

  test("finds nothing missing in a whole report", () => {
    const cover = { ...EMPTY_TRIAL_COVER, ...Object.fromEntries(TRIAL_TEXTS.map(({ name }) => [name, "written"])) };
    const protocol = { ...PLANNED, units: PLANNED.units.map((unit) => ({ ...unit, baseline: 1 })) };
    expect(missing({ ...input, cover, protocol })).toEqual([]);
    expect(missing({ ...input, cover: { ...cover, title: "Nights on foot" }, protocol })).toEqual(["1a"]);
  });
});

test("stored texts of any kind are read without fault; one that cannot be read leaves the others", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    trialCoverOf({ trialCover: value });
    trialCoverOf(value);
  }));
  expect(trialCoverOf({ trialCover: { funding: "none", harms: "x".repeat(MOST_TEXT + 1), background: 7 } })).toEqual({ ...EMPTY_TRIAL_COVER, funding: "none" });
});
