// The Tables page by hand: two groups typed in, and the Thames Valley tables computed again beside the print.

import { readFileSync } from "node:fs";
import { choose, command, faults, ready, shot, turnTo } from "./steps.ts";
import { expect, test } from "./workbench.ts";

test("numbers typed from a paper give its statistics, and every published cell stands beside its print", async ({ workbench: { page } }) => {
  await ready(page);
  await command(page, "Trial panel");
  await turnTo(page, "Tables");

  for (const [arm, days, yes] of [["Treatment", "2874", "359"], ["Control", "2886", "407"]]) {
    for (const [label, text] of [["Location-days", days], ["With a crime", yes]]) {
      const field = page.getByRole("group", { name: arm, exact: true }).getByLabel(label);
      await field.fill(text);
      await field.press("Tab");
    }
  }
  const tests = page.getByRole("table", { name: "Tests" });
  await expect(tests.getByRole("row", { name: /Yates' correction/ })).toContainText("3.10410.0781");
  await expect(page.getByRole("table", { name: "Estimates" }).getByRole("row", { name: /d from χ² with Yates' correction/ })).toContainText("−0.0464");
  await expect(page.getByText("Change of prevalence: −11.4 %")).toBeVisible();
  await shot(page, "tables-proportions-light");
  expect.soft(await faults(page), "light").toEqual([]);

  for (const [kind, words] of [["Two means", "t-test as printed"], ["Two rates", "E-test"], ["Displacement", "Weighted displacement difference, normal"]]) {
    await choose(page, "Table", kind);
    await expect(tests).toContainText(words);
  }
  await expect(page.getByText("Quotient: Diffusion of benefit, less than the direct effect.")).toBeVisible();

  await choose(page, "Table", "A paper's tables");
  await page.getByRole("button", { name: "Thames Valley's own tables" }).click();
  await expect(page.getByText("43 as printed, 9 of the printed size, with another sign, 2 different, 11 in need of the raw data, 22 not printed.")).toBeVisible();
  for (const [verdict, cells] of [["same", 43], ["sign", 9], ["differs", 2], ["raw data needed", 11]] as const) {
    await expect(page.locator(`[data-verdict="${verdict}"]`)).toHaveCount(cells);
  }
  await expect(page.getByText("Cut off, not rounded: 19.541 rounds to 20.")).toBeVisible();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV" }).click();
  expect(readFileSync(await (await saving).path(), "utf8")).toContain("Figure 9,Violent crime,prevalence,Effect size,0.046,-0.04644137267892949,sign,");
  await command(page, "Dark theme");
  await shot(page, "tables-paper-dark");
  expect.soft(await faults(page), "dark").toEqual([]);
});
