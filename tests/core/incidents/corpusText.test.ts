// Bad inputs of text and CSV structure, each with what is to happen to it. C-nnn are the names of the team's corpus.

import { describe, expect, it } from "vitest";
import type { ImportChoices } from "../../../core/incidents/draftSettings.ts";
import { importText, noticesOf, previewSource, questionsOf, reasonsOf, textSource, type Reading } from "./importText.ts";

const HEAD = "id,date,lon,lat,offence\n";
const GOOD = "1,2023-02-13 10:07,-1.25,51.75,Burglary\n";
const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array<ArrayBuffer> => {
  const units = Array.from(`${mark ? "\uFEFF" : ""}${text}`, (c) => c.charCodeAt(0));
  return Uint8Array.from(units.flatMap((u) => (little ? [u & 255, u >> 8] : [u >> 8, u & 255])));
};
const latin1 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (c) => c.charCodeAt(0));

describe("text that loads whole", () => {
  const loads: readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>, rows: number])[] = [
    ["C-004 a UTF-8 byte order mark", `\uFEFF${HEAD}${GOOD}`, 1],
    ["C-005 UTF-16 little-endian with its mark", utf16(HEAD + GOOD, true, true), 1],
    ["C-006 UTF-16 big-endian with its mark", utf16(HEAD + GOOD, false, true), 1],
    ["C-013 mixed line ends", `${HEAD.replace("\n", "\r\n")}${GOOD}${GOOD.replace("\n", "\r\n")}${GOOD}`, 3],
    ["C-014 carriage returns only", (HEAD + GOOD + GOOD).replaceAll("\n", "\r"), 2],
    ["C-015 a line end inside quotation marks", `${HEAD}1,2023-02-13,-1.25,51.75,"Bur\nglary"\n${GOOD}`, 2],
    ["C-016 commas and doubled quotation marks inside quotation marks", `${HEAD}1,2023-02-13,-1.25,51.75,"a, ""b"""\n`, 1],
    ["C-018 a stray quotation mark", `${HEAD}1,2023-02-13,-1.25,51.75,12" pipe\n${GOOD}`, 2],
    ["C-022 a separator at the end of every row", `${HEAD}${GOOD.replace("\n", ",\n")}${GOOD.replace("\n", ",\n")}`, 2],
    ["C-022 a separator at the end of the header only", `${HEAD.replace("\n", ",\n")}${GOOD}`, 1],
    ["C-023 semicolons and decimal commas", "date;lon;lat\n2023-02-13;-1,25;51,75\n2023-02-14;-1,26;51,76\n", 2],
    ["C-024 tabs", (HEAD + GOOD).replaceAll(",", "\t"), 1],
    ["C-025 pipes", (HEAD + GOOD).replaceAll(",", "|"), 1],
    ["C-031 a blank header", `,date,lon,lat,offence\n${GOOD}`, 1],
    ["C-032 headers in other cases, with spaces", `Id, DATE ,LONGITUDE, Lat ,Offence\n${GOOD}`, 1],
    ["C-038 a script", `${HEAD}1,2023-02-13,-1.25,51.75,<img src=x onerror=alert(1)>\n`, 1],
    ["C-039 a formula", `${HEAD}1,2023-02-13,-1.25,51.75,=cmd|'/C calc'!A0\n`, 1],
    ["C-042 no-break spaces around numbers", `${HEAD}1,2023-02-13,\u00a0-1.25\u00a0, 51.75 ,Burglary\n`, 1],
    ["no line end at the end of the file", `${HEAD}${GOOD.trimEnd()}`, 1],
    ["blank lines in between", `${HEAD}\n${GOOD}\n   \n${GOOD}\n`, 2],
  ];
  it.each(loads)("loads %s", async (_name, content, rows) => {
    const result = await importText(content);
    expect(result.report).toMatchObject({ records: rows, loaded: rows, setAside: 0, leftOut: 0 });
    const [x, y] = [result.table.x[0], result.table.y[0]];
    // Carfax in Oxford, 51.7520 N, 1.2577 W, is SP 513 061 on the map: 0.5 km further east and 0.2 km south.
    expect(Math.hypot(x - 451830, y - 205930)).toBeLessThan(100);
  });

  it("keeps what stands in quotation marks, and the true line numbers after it (C-015, C-016)", async () => {
    const { table } = await importText(`${HEAD}1,2023-02-13,-1.25,51.75,"Bur\nglary, ""x"""\n${GOOD}`);
    expect(table.offences[0].name).toBe('Bur\nglary, "x"');
    expect([...table.line]).toEqual([2, 4]);
  });

  it("does not know the names of objects (C-033)", async () => {
    const header = "__proto__,constructor,toString,hasOwnProperty,lon,lat\n";
    const { table, report } = await importText(`${header}a,b,c,d,-1.25,51.75\n`, { map: { ["__proto__"]: "keep", ["constructor"]: "keep", ["toString"]: "keep" } as ImportChoices["map"] });
    expect(report.loaded).toBe(1);
    expect(table.texts.map(({ name, values }) => [name, values[0]])).toEqual([["__proto__", "a"], ["constructor", "b"], ["toString", "c"]]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it("keeps SQL and markup in headers as labels (C-034)", async () => {
    const preview = await previewSource(textSource('"""; DROP TABLE layer;--",select,lon,lat\n1,2,-1.25,51.75\n'));
    expect(preview.columns.map(({ name }) => name)).toEqual(['"; DROP TABLE layer;--', "select", "lon", "lat"]);
  });

  it("names a blank header by its place (C-031)", async () => {
    const preview = await previewSource(textSource(`,date,lon,lat,offence\n${GOOD}`));
    expect(preview.columns[0].name).toBe("column 1");
  });
});

describe("records that are set aside", () => {
  const sets: readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>, loaded: number, reasons: Record<string, number>, reading?: Reading])[] = [
    ["C-009 one byte that is no UTF-8, kept as UTF-8", latin1(`${HEAD}${GOOD}2,2023-02-13,-1.25,51.75,Caf\xe9\n`), 1, { "unreadable-text": 1 }, { encoding: "utf-8" }],
    ["C-011 two files glued together", `${HEAD}${GOOD}\uFEFF${HEAD}${GOOD}`, 2, { "repeated-header": 1 }],
    ["C-012 a NUL in a cell", `${HEAD}${GOOD}2,2023-02-13,-1.25,51.75,Bur\0glary\n`, 1, { "unreadable-text": 1 }],
    ["C-020 a short row", `${HEAD}${GOOD}2,2023-02-13,-1.25\n${GOOD}`, 2, { "too-few-fields": 1 }],
    ["C-021 a long row", `${HEAD}${GOOD}2,2023-02-13,-1.25,51.75,a,b\n`, 1, { "too-many-fields": 1 }],
    ["C-028 a total under the table", `${HEAD}${GOOD}Total,,,,4512\n`, 1, { "total-row": 1 }],
    ["C-028 a short total", `${HEAD}${GOOD}Total,4512\n`, 1, { "total-row": 1 }],
    ["C-043 a file cut off in a row", `${HEAD}${GOOD}2,2023-02-13,-1.`, 1, { "cut-off": 1 }],
    ["C-043 a file cut off in quotation marks", `${HEAD}${GOOD}2,2023-02-13,-1.25,51.75,"Burg`, 1, { "cut-off": 1 }],
    ["C-090 decimal commas that split the cells", `${HEAD}${GOOD}2,2023-02-13,-1,25,51,75,Burglary\n`, 1, { "too-many-fields": 1 }],
  ];
  it.each(sets.map((set) => [set[0], set] as const))("sets aside %s", async (_name, [, content, loaded, reasons, reading]) => {
    const result = await importText(content, {}, reading);
    expect(reasonsOf(result)).toEqual(reasons);
    expect(result.report.loaded).toBe(loaded);
    expect(result.report.records).toBe(result.report.loaded + result.report.setAside + result.report.leftOut);
  });

  it("shows the line and the raw text of what was set aside", async () => {
    const { report } = await importText(`${HEAD}${GOOD}\n2,2023-02-13,-1.25\n`);
    expect(report.reasons[0].examples).toEqual([{ line: 4, raw: "2,2023-02-13,-1.25" }]);
  });

  it("names text that looks encoded twice, and leaves it (C-010)", async () => {
    const result = await importText(`${HEAD}1,2023-02-13,-1.25,51.75,CafÃ©\n`);
    expect(noticesOf(result)).toHaveProperty("double-encoded");
    expect(result.table.offences[0].name).toBe("CafÃ©");
  });
});

describe("files that are refused, with the way out", () => {
  const refusals: readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>, message: RegExp])[] = [
    ["C-001 an empty file", "", /is empty \(0 bytes\)/],
    ["C-003 blank lines only", " \n\n \n", /only blank lines/],
    ["C-017 a quotation mark never closed", `${HEAD}${GOOD}2,2023-02-13,-1.25,51.75,"Burg\n${GOOD.repeat(200)}`, /line 3 is never closed.*quotes as text/],
    ["C-017 a quotation mark closed by the next one far below", `${HEAD}${GOOD}2,2023-02-13,-1.25,51.75,"Burg\n${GOOD.repeat(200)}3,2023-02-13,-1.25,51.75,"x"\n`, /line 3 is never closed/],
    ["C-035 a header of 10,000 characters", `${"x".repeat(10_000)},lon,lat\n1,-1.25,51.75\n`, /header of column 1.*at most 256/],
    ["C-036 10,000 columns", `${Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(",")}\n`, /10000 columns; at most 512/],
    ["C-037 a cell of 2 MiB", `${HEAD}${GOOD}2,${"x".repeat(2 ** 21)},-1.25,51.75,a\n`.repeat(3), /longer than 1 MiB/],
    ["C-044 an old workbook", latin1("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 more"), /old Excel workbook/],
    ["C-045 a web page under a spreadsheet's name", "<html><table><tr><td>1</td></tr></table></html>", /web page/],
    ["a GeoPackage", "SQLite format 3\0 and so on", /GeoPackage/],
  ];
  it.each(refusals)("refuses %s", async (_name, content, message) => {
    await expect(importText(content)).rejects.toThrow(message);
  });

  it("reads quotation marks as text where it is told to (C-017)", async () => {
    const { report } = await importText(`${HEAD}${GOOD}2,2023-02-13,-1.25,51.75,"Burg\n${GOOD.repeat(200)}`, {}, { quotes: "text" });
    expect(report).toMatchObject({ records: 202, loaded: 202 });
  });
});

describe("questions that are asked instead of guessed", () => {
  const asks: readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>, code: string])[] = [
    ["C-007 UTF-16 without a mark", utf16(HEAD + GOOD, true, false), "encoding"],
    ["C-008 windows-1252", latin1(`${HEAD}1,2023-02-13,-1.25,51.75,Caf\xe9 \xa3\n`), "encoding"],
    ["C-026 one column", "lonlat\n-1.25 51.75\n", "delimiter"],
    ["C-027 lines before the header", `Generated by a records system\n\n${HEAD}${GOOD}${GOOD}`, "header"],
    ["C-030 the same header twice", "date,lon,lat,lat\n2023-02-13,-1.25,51.75,51.75\n", "repeated-header"],
    ["no coordinate columns", "date,street\n2023-02-13,High Street\n", "columns"],
  ];
  it.each(asks)("asks about %s", async (_name, content, code) => {
    expect((await questionsOf(content)).map((question) => question.code)).toContain(code);
    await expect(importText(content)).rejects.toThrow(/cannot be imported yet/);
  });

  it("loads windows-1252 once that is confirmed, without a replacement character (C-008)", async () => {
    const { table } = await importText(latin1(`${HEAD}1,2023-02-13,-1.25,51.75,Caf\xe9 \xa3\n`), {}, { encoding: "windows-1252" });
    expect(table.offences[0].name).toBe("Café £");
  });

  it("takes the confirmed header row (C-027)", async () => {
    const { report } = await importText(`Generated by a records system\n\n${HEAD}${GOOD}${GOOD}`, {}, { headerRow: 1 });
    expect(report).toMatchObject({ records: 2, loaded: 2 });
  });

  it("takes the column that is named of two with one header (C-030)", async () => {
    const content = "date,lon,lat,lat\n2023-02-13,-1.25,0,51.75\n";
    const { report } = await importText(content, { map: { "lat (column 4)": "y" } });
    expect(report.loaded).toBe(1);
  });

  it("loads no record from a header alone, and says so (C-002)", async () => {
    const result = await importText(HEAD, { crs: "EPSG:4326", dateOrder: "year-first" });
    expect(result.report).toMatchObject({ records: 0, loaded: 0 });
    expect(noticesOf(result)).toHaveProperty("no-incidents");
  });
});
