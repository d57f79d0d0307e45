// The categories of offences, as they are listed.

import { expect, test } from "vitest";
import { offenceCategories } from "../../../core/incidents/offenceCategories.ts";

test("each category is listed once, in the order of the alphabet", () => {
  const offences = [["Theft", "Bicycle"], ["Arson", "Arson"], ["Theft", "Shop"]].map(([category, name]) => ({ category, name }));
  expect(offenceCategories({ offences })).toEqual(["Arson", "Theft"]);
});
