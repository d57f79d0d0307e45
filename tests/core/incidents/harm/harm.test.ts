// Harm tables from CSV, and what incidents count by them.

import { describe, expect, test } from "vitest";
import { harmOfIncidents } from "../../../../core/incidents/harm/harmOfIncidents.ts";
import { readHarmTable } from "../../../../core/incidents/harm/readHarmTable.ts";
import { setHarmTable } from "../../../../core/plan/edits/setHarmTable.ts";
import { applyDelta, planDelta } from "../../../../core/plan/delta.ts";
import { EMPTY_PLAN } from "../../../../core/plan/plan.ts";

describe("readHarmTable", () => {
  test.each([
    ["commas", "Offence,Days\nRobbery,365\n\"Theft, from the person\",20\n"],
    ["semicolons and a byte order mark", "\uFEFFCrime type;Note;CCHI days\r\nRobbery;a;365\r\nTheft, from the person;b;20\r\n"],
    ["tabs", "category\tweight\nRobbery\t365\nTheft, from the person\t20"],
  ])("reads a table with %s", (_, text) => {
    expect(readHarmTable(text, "harm.csv")).toEqual({
      table: { name: "harm.csv", weights: [{ offence: "Robbery", days: 365 }, { offence: "Theft, from the person", days: 20 }] },
      rows: 2,
      setAside: [],
    });
  });

  test("sets aside what it cannot read, with line and reason, and adds up", () => {
    const { table, rows, setAside } = readHarmTable("offence,days\nRobbery,365\n\nArson,\"1,095\"\n,5\nFraud,-1\nrobbery,300\nRape,1825.5\n", "harm.csv");
    expect(table.weights).toEqual([{ offence: "Robbery", days: 365 }, { offence: "Rape", days: 1825.5 }]);
    expect(setAside.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      '4: "1,095" is no plain number of days, such as 1095 or 2.5',
      "5: there is no offence",
      "6: -1 days is below 0",
      '7: "robbery" stood above already, with 365 days',
    ]);
    expect(rows).toBe(table.weights.length + setAside.length);
  });

  test("names the column that is missing, and those that there are", () => {
    expect(() => readHarmTable("Offence,Sentence\nRobbery,365\n", "harm.csv")).toThrow(/no column of days \(its columns: Offence, Sentence\)/);
    expect(() => readHarmTable("Act,Days\nRobbery,365\n", "harm.csv")).toThrow(/no column of offences/);
    expect(() => readHarmTable("", "harm.csv")).toThrow(/is empty/);
    expect(() => readHarmTable("Offence,Days\nRobbery,many\n", "harm.csv")).toThrow(/None of the 1 rows .* line 2/);
    expect(() => readHarmTable('Offence,Days\n"Robbery,365\n', "harm.csv")).toThrow(/quotation mark/);
  });
});

describe("harmOfIncidents", () => {
  const table = {
    offence: Uint16Array.of(0, 1, 2, 3, 1, 3),
    offences: [
      { category: "Robbery", name: "Robbery of personal property" },
      { category: "Theft", name: "Theft" },
      { category: "Violence", name: "Wounding" },
      { category: "Other", name: "Other" },
    ],
  };
  const harm = { name: "harm.csv", weights: [{ offence: "ROBBERY", days: 365 }, { offence: "wounding ", days: 1460 }, { offence: "Violence", days: 10 }] };

  test("looks up the offence, then its category, whatever the capitals; what is unknown counts 0 and is told", () => {
    const { weight, unmatched } = harmOfIncidents(table, Uint32Array.of(0, 1, 2, 3, 5), harm);
    expect([...weight]).toEqual([365, 0, 1460, 0, 0]);
    expect(unmatched).toEqual([{ offence: "Other", incidents: 2 }, { offence: "Theft", incidents: 1 }]);
  });

  test("an offence of 0 days is known", () => {
    expect(harmOfIncidents(table, Uint32Array.of(1), { name: "", weights: [{ offence: "Theft", days: 0 }] }).unmatched).toEqual([]);
  });
});

describe("setHarmTable", () => {
  test("gives a table and takes it away, each a step that history can keep", () => {
    const harm = { name: "harm.csv", weights: [{ offence: "Robbery", days: 365 }] };
    const given = setHarmTable(EMPTY_PLAN, harm);
    expect(given.label).toBe("Weigh offences by harm.csv");
    expect(applyDelta(EMPTY_PLAN, planDelta(EMPTY_PLAN, given.plan)).harm).toEqual(harm);
    const taken = setHarmTable(given.plan, null);
    expect(applyDelta(given.plan, planDelta(given.plan, taken.plan)).harm).toBeNull();
  });
});
