// The pack's program in core is what renderer/phone makes.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { phoneModule, phoneProgram } from "../../../../electron/buildPhone.ts";

test("the committed program is the one that its sources make: `npm run phone` makes it again", async () => {
  const committed = readFileSync(join(import.meta.dirname, "..", "..", "..", "..", "core", "trial", "pack", "phoneProgram.ts"), "utf8");
  expect(phoneModule(await phoneProgram()) === committed).toBe(true);
});
