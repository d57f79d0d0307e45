import { describe, expect, it } from "vitest";
import { appendIncidents } from "../../../core/incidents/appendIncidents.ts";
import { packTable, unpackTable } from "../../../core/incidents/packedTable.ts";
import { importText } from "./importText.ts";

const january = "date,lon,lat,offence,beat\n2023-01-13 10:07,-1.25,51.75,Burglary,A\n2023-01-14 11:08,-1.26,51.76,Assault,B\n";
const february = "date,lon,lat,offence,street\n2023-02-13,-1.25,51.75,Theft,High Street\n2023-02-14,-1.26,51.76,Assault,Broad Street\n";

describe("appendIncidents", () => {
  it("keeps every incident, one list of offences, and blanks where a file has no such text", async () => {
    const [a, b] = [(await importText(january)).table, (await importText(february)).table];
    const all = appendIncidents(a, b);
    expect(all.length).toBe(4);
    expect([...all.offence].map((code) => all.offences[code].name)).toEqual(["Burglary", "Assault", "Theft", "Assault"]);
    expect(all.offences).toHaveLength(3);
    expect(all.texts.map(({ name, codes, values }) => [name, [...codes].map((code) => values[code])])).toEqual([
      ["beat", ["A", "B", "", ""]],
      ["street", ["", "", "High Street", "Broad Street"]],
    ]);
    expect([...all.source]).toEqual([0, 0, 1, 1]);
    expect([...all.line]).toEqual([2, 3, 2, 3]);
    expect(all.precision).toBe("day");
    expect(unpackTable(packTable(all))).toEqual(all);
  });

  it("refuses two planes, and takes a file imported into the first one's plane", async () => {
    const [a, far] = [(await importText(january)).table, february.replaceAll("-1.2", "-95.2").replaceAll("51.7", "29.7")];
    expect(() => appendIncidents(a, { ...a, plane: { kind: "local", lon0: 0, lat0: 0 } })).toThrow(/two planes.*into the project's plane/);
    expect(appendIncidents(a, (await importText(far, { plane: a.plane })).table).length).toBe(4);
  });
});
