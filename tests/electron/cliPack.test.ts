// `hexbeat pack` on a small project with a sealed schedule: one page, an archive of several, the refusals.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { InputError } from "../../core/errors.ts";
import { EMPTY_PLAN } from "../../core/plan/plan.ts";
import { planToJson } from "../../core/plan/storeHistory.ts";
import type { PackData } from "../../core/trial/pack/packData.ts";
import { importCommand } from "../../electron/cliImport.ts";
import { withProject } from "../../electron/cliFiles.ts";
import { packCommand } from "../../electron/cliPack.ts";
import { keepSealed } from "../../electron/sealedSchedules.ts";
import { PATROL_AREAS, SCHEDULE, STREETS } from "../core/trial/pack/inventedSchedule.ts";

const folder = mkdtempSync(join(tmpdir(), "hexbeat-pack-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
const P = at("town.hexbeat");
const run = (...more: string[]): Promise<unknown> => packCommand([P, "--day", "2024-05-01", ...more]);
const packIn = (page: string): PackData => JSON.parse(/id="pack">(.*)<\/script>\n<script>/.exec(page)?.[1] ?? "") as PackData;

beforeAll(async () => {
  const rows = Array.from({ length: 40 }, (_, i) => `2024-02-${`${1 + (i % 28)}`.padStart(2, "0")} 18:30,${(1.2 + 0.0001 * i).toFixed(6)},54.4,Assault`);
  writeFileSync(at("incidents.csv"), `date,longitude,latitude,offence\n${rows.join("\n")}`);
  await importCommand([at("incidents.csv"), "-p", P]);
  await withProject(P, "write", async ({ host, opened }) => {
    const { id } = opened.project;
    await host.startHistory({ id, base: planToJson({ ...EMPTY_PLAN, patrolAreas: PATROL_AREAS }) });
    await host.putSettings({ id, settings: { cover: { title: "", author: "", marking: "OFFICIAL" } } });
    await host.putLayer({ id, layer: { id: "layer-1", name: "Streets", data: STREETS } });
  });
});

test("asks for a sealed schedule first", async () => expect(run("-o", at("a.html"))).rejects.toThrow(/not sealed yet\. Seal it with `hexbeat randomise .* --seal`/));

test("writes one page of the version in force, with the project's streets, patrol areas and marking", async () => {
  await withProject(P, "write", (project) => keepSealed(project, SCHEDULE));
  const told = await run("-o", at("a.html"));
  const pack = packIn(readFileSync(at("a.html"), "utf8"));
  expect(told).toMatchObject({ file: at("a.html"), packs: ["tasking-2024-05-01.html"], from: "2024-05-01", days: 1, version: 2, seal: SCHEDULE.seal });
  expect(pack).toMatchObject({ marking: "OFFICIAL", days: [{ date: "2024-05-01", units: [0, 1, 2] }], seal: SCHEDULE.seal });
  expect(pack.units[0]).toMatchObject({ streets: ["High Street", "Mill Lane"], areas: [{ name: "Arcade" }, { name: "Bus station" }] });
});

test("writes an archive with a page for each day and team, the same bytes each time", async () => {
  const each = ["--days", "2", "--each-day", "--each-team", "--marking", "OFFICIAL-SENSITIVE"];
  await run(...each, "-o", at("a.zip"));
  await run(...each, "-o", at("b.zip"));
  expect(readFileSync(at("a.zip")).equals(readFileSync(at("b.zip")))).toBe(true);
  const pages = Object.entries(unzipSync(readFileSync(at("a.zip")))).map(([name, bytes]) => [name, packIn(strFromU8(bytes))] as const);
  expect(pages.map(([name, { units }]) => `${name}: ${units.map(({ id }) => id).join(" ")}`)).toEqual([
    "tasking-2024-05-01-north.html: T1 T2", "tasking-2024-05-01-south.html: T3", "tasking-2024-05-02-north.html: T1 T4", "tasking-2024-05-02-south.html: T4",
  ]);
  expect(pages[0][1].marking).toBe("OFFICIAL-SENSITIVE");
});

test("refuses in words", async () => {
  await expect(packCommand([P, "-o", at("c.html")])).rejects.toThrow(/Say the trial day: --day 2024-05-01/);
  await expect(run()).rejects.toThrow(/-o FILE\.html/);
  await expect(run("--days", "3", "-o", at("c.html"))).rejects.toThrow(/Trial days 1 to 3 are not all in the schedule/);
  await expect(run("--days", "2", "--each-day", "-o", at("c.html"))).rejects.toThrow(/2 packs go into an archive: end .*c\.html in \.zip/);
  await expect(run("-o", at("c.zip"))).rejects.toThrow(/There is one pack: end .*c\.zip in \.html/);
  await expect(run("--team", "West", "-o", at("c.html"))).rejects.toThrow(InputError);
  await expect(run("--streets", "Rails", "-o", at("c.html"))).rejects.toThrow(/no layer "Rails"; it has: Streets/);
});
