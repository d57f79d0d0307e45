// axe over the window and its dialogs, both themes; and the frame by keyboard alone.

import { faults, ready } from "./steps.ts";
import { expect, test } from "./workbench.ts";

test("axe finds no fault in the window, in the light and in the dark", async ({ workbench: { page } }) => {
  await ready(page);
  expect.soft(await faults(page), "light").toEqual([]);
  await page.getByRole("button", { name: "Dark theme" }).click();
  expect.soft(await faults(page), "dark").toEqual([]);
});

test("axe finds no fault in the panels and dialogs", async ({ workbench: { page } }) => {
  await ready(page);
  for (const panel of ["Density", "Allocation", "Incidents", "History"]) {
    await page.getByRole("tab", { name: panel, exact: true }).click();
    expect.soft(await faults(page), panel).toEqual([]);
  }
  for (const [keys, name] of [["Control+o", "Projects"], ["Control+e", "Export"], ["?", "Keyboard shortcuts"]] as const) {
    await page.keyboard.press(keys);
    await expect(page.getByRole("dialog")).toContainText(name);
    expect.soft(await faults(page), name).toEqual([]);
    await page.keyboard.press("Escape");
  }
});

test("a hotspot is found, moved, turned, locked and undone by keyboard alone", async ({ workbench: { page } }) => {
  await ready(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("H12");
  await page.keyboard.press("Enter");
  await expect(page.locator(".status-bar")).toContainText("1 selected");
  const easting = page.getByLabel("Easting, m");
  const before = Number.parseFloat(await easting.inputValue());
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(async () => Number.parseFloat(await easting.inputValue())).toBeCloseTo(before + 10, 1);
  await page.keyboard.press("]");
  await page.keyboard.press("Control+l");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("H12 is locked and stayed. Unlock with Ctrl+L.")).toBeVisible();
  for (let i = 0; i < 3; i++) await page.keyboard.press("Control+z");
  await expect.poll(async () => Number.parseFloat(await easting.inputValue())).toBe(before);
});

test("the palette names what cannot be done now, and why", async ({ workbench: { page } }) => {
  await ready(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("merge the selected");
  await expect(page.getByRole("menuitem").first()).toContainText("Select two or more patrol areas first");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
