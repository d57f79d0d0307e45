import { describe, expect, it } from "vitest";
import { matchInWords, textTest } from "../../../../core/hotspots/exclude/textMatch.ts";

describe("textTest", () => {
  it("by its end tells police.uk's own places from streets that are named after one", () => {
    const ends = textTest(["Hospital", "Educational Building"], "ends");
    for (const text of ["On or near Hospital", "On or near Further/Higher Educational Building", "HOSPITAL "]) expect(ends(text)).toBe(true);
    for (const text of ["On or near Hospital Road", "On or near Hospitality House", "On or near Spital", ""]) expect(ends(text)).toBe(false);
  });

  it("finds whole words anywhere, also after a part of another word", () => {
    const contains = textTest([" school "], "contains");
    for (const text of ["School, Public, Building", "Preschool and School", "SCHOOL"]) expect(contains(text)).toBe(true);
    for (const text of ["Preschool", "Schoolhouse Lane"]) expect(contains(text)).toBe(false);
  });

  it("takes nothing where no word is given, and the whole text where it is to be the word", () => {
    expect(textTest(["", " "], "contains")("anything")).toBe(false);
    expect(textTest(["s1100", "S1200"], "is")("S1200")).toBe(true);
    expect(textTest(["S1200"], "is")("S12001")).toBe(false);
    expect(matchInWords(["S1100", "S1200"], "is")).toBe("is S1100 or S1200");
  });
});
