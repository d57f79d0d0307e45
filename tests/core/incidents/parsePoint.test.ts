import { describe, expect, it } from "vitest";
import { parseGridReference, parsePoint } from "../../../core/incidents/parsePoint.ts";

describe("parseGridReference", () => {
  // Ordnance Survey's own worked examples and well-known places: each names a square, whose middle is given.
  it.each([
    ["SV 00000 00000", 0.5, 0.5], ["TG 51409 13177", 651409.5, 313177.5], ["NN 166 712", 216650, 771250],
    ["TQ 30 80", 530500, 180500], ["HU396753", 439650, 1175350], ["SP 495 063", 449550, 206350],
  ])("reads %s", (text, x, y) => {
    expect(parseGridReference(text)).toEqual([x, y]);
  });

  it.each(["SP", "SP 4950 63", "IP 495 063", "SI 495 063", "449500 206300", "SP 1 2", ""])("refuses %j", (text) => {
    expect(parseGridReference(text)).toBeUndefined();
  });
});

describe("parsePoint", () => {
  it("takes latitude first in degrees and easting first in metres; well-known text is always x first", () => {
    expect(parsePoint("51.7,-1.2", true)).toEqual([-1.2, 51.7]);
    expect(parsePoint("449500 206300", false)).toEqual([449500, 206300]);
    expect(parsePoint("SRID=4326;POINT(-1.2 51.7)", true)).toEqual([-1.2, 51.7]);
    expect(parsePoint("POINT Z (449500 206300 12)", false)).toBeUndefined();
    expect(parsePoint("one, two", true)).toBeUndefined();
  });
});
