import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readExpertCsv } from "../../../../core/forecast/expert/readExpertCsv.ts";
import { writeExpertCsv } from "../../../../core/forecast/expert/writeExpertCsv.ts";
import { planeProjection, type Plane } from "../../../../core/geo/plane.ts";
import { addExpertPoints, type NewExpertPoint } from "../../../../core/plan/edits/addExpertPoints.ts";
import { EMPTY_PLAN } from "../../../../core/plan/plan.ts";

const plane: Plane = { kind: "local", lon0: -87.65, lat0: 41.85 };
const read = (text: string) => readExpertCsv(text, { plane });
const march = (day: number): number => Date.UTC(2024, 2, day);
const table = (...rows: string[]): string => ["lon,lat,date,from,to,note,author", ...rows].join("\n");

describe("readExpertCsv", () => {
  it("reads longitude and latitude, date, window, note and author", () => {
    const { points, report } = read(table('-87.65,41.85,2024-03-05,20,04:30,"Bar closes, again",Beat 7'));
    expect(points).toHaveLength(1);
    expect(points[0]).toMatchObject({ window: [20, 4.5], block: march(5), note: "Bar closes, again", author: "Beat 7" });
    expect(Math.hypot(points[0].place.x, points[0].place.y)).toBeLessThan(1e-6);
    expect(report).toEqual({ rows: 1, points: 1, setAside: [] });
  });

  it("reads metres of the project's plane where the headers or the values say so", () => {
    for (const [east, north] of [["easting", "northing"], ["X", "Y"]]) {
      const { points } = read(`block start;${north};${east};from;to\n5 March 2024;-1200.5;640;8 pm;24:00`);
      expect(points).toMatchObject([{ place: { x: 640, y: -1200.5 }, window: [20, 24], block: march(5), note: "", author: "" }]);
    }
  });

  it("sets aside what it cannot read, each row with its line and the reason, and the sum adds up", () => {
    const { points, report } = read(table(
      '-87.6,41.8,2024-03-05,20,24,"two\nlines",',
      "0,0,2024-03-05,20,24,,",
      "-87.6,41.8,,20,24,,",
      "",
      "-87.6,41.8,2024-02-30,20,24,,",
      "-87.6,41.8,2024-03-05,20,25,,",
      "-87.6,41.8,2024-03-05 13:30,20,24,,",
      "-87.6,41.8,2024-03,20,24,,",
      "-87.6,41.8,2024-03-05,20",
      "-87.6,north,2024-03-05,20,24,,",
      "-87.6,41.8,2024-03-05,24,0,,",
    ));
    expect(points).toMatchObject([{ note: "two\nlines" }]);
    expect(report.setAside.map(({ line, reason }) => [line, reason.slice(0, 34)])).toEqual([
      [4, "the coordinates are a placeholder "],
      [5, "there is no date"],
      [7, 'the calendar has no day "2024-02-3'],
      [8, '"25" is no hour from 0 to 24 for t'],
      [9, '"2024-03-05 13:30" has a time of d'],
      [10, '"2024-03" names no day'],
      [11, "4 cells stand under 7 headers"],
      [12, "the coordinates are no plain decim"],
      [13, "the window from 24 to 0 is empty; "],
    ]);
    expect(report.rows).toBe(report.points + report.setAside.length);
  });

  it("refuses dates whose order nothing proves, and reads them where one date proves it", () => {
    const at = (date: string): string => `-87.6,41.8,${date},20,24,,`;
    expect(() => read(table(at("05/03/2024"), at("06/03/2024")))).toThrow(/"05\/03\/2024".*no date of the column proves which. Write dates as 2024-03-05/);
    expect(() => read(table(at("13/03/2024"), at("03/13/2024")))).toThrow(/day first and dates with the month first/);
    expect(read(table(at("05/03/2024"), at("13/03/2024"))).points.map(({ block }) => block)).toEqual([march(5), march(13)]);
    expect(read(table(at("03/05/2024"), at("03/13/2024"))).points.map(({ block }) => block)).toEqual([march(5), march(13)]);
    expect(read(table(at("03/03/2024"))).points.map(({ block }) => block)).toEqual([march(3)]);
    expect(read(table(at("05/03/24"))).report.setAside[0].reason).toMatch(/two digits/);
  });

  it("refuses x and y that could be degrees", () => {
    expect(() => read("x,y,date,from,to\n-87.6,41.8,2024-03-05,0,4")).toThrow(/could be degrees or metres/);
  });

  it("names the column that is missing, stands twice, or makes two places", () => {
    expect(() => read("lon,lat,from,to\n1,2,3,4")).toThrow(/"date".*there are: lon, lat, from, to/);
    expect(() => read("lon,lat,date,to\n1,2,3,4")).toThrow(/"from"/);
    expect(() => read("lon,lat,date,week,from,to\n")).toThrow(/"date" and "week" could both be the date/);
    expect(() => read("lon,lat,easting,northing,date,from,to\n")).toThrow(/Keep one pair/);
    expect(() => read("name,date,from,to\n")).toThrow(/No columns say where/);
    expect(() => read("")).toThrow(/empty/);
    expect(() => read(table('-87.6,41.8,2024-03-05,20,24,"open,'))).toThrow(/never closed/);
  });

  it("sets aside a place far from the incidents, as swapped coordinates leave it", () => {
    const extent = { minX: -9000, minY: -9000, maxX: 9000, maxY: 9000 };
    const { points, report } = readExpertCsv(table("-87.6,41.8,2024-03-05,20,24,,", "41.8,-87.6,2024-03-05,20,24,,"), { plane, extent });
    expect([points.length, report.setAside.length]).toEqual([1, 1]);
    expect(report.setAside[0].reason).toMatch(/km away from the incidents/);
  });

  it("reads back what writeExpertCsv wrote: places to 2 cm, everything else exactly", () => {
    const hour = fc.oneof(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 1440 }).map((m) => m / 60), fc.double({ min: 0.01, max: 24, noNaN: true }).map((h) => Math.round(h * 1e6) / 1e6));
    const words = fc.oneof(fc.string(), fc.constantFrom("=1+1", "'=x", '"q", r', "a\nb", "-5", " spaced "));
    const one: fc.Arbitrary<NewExpertPoint> = fc.record({
      place: fc.record({ x: fc.integer({ min: -20_000, max: 20_000 }), y: fc.integer({ min: 1, max: 20_000 }) }),
      window: fc.tuple(hour, hour).filter(([from]) => from < 24),
      block: fc.integer({ min: 0, max: 30_000 }).map((day) => day * 86_400_000),
      note: words,
      author: words,
    });
    fc.assert(fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), (given) => {
      const { expertPoints } = addExpertPoints(EMPTY_PLAN, given).plan;
      const { points, report } = read(writeExpertCsv(expertPoints, plane));
      expect(report.setAside).toEqual([]);
      for (const [i, { place, ...rest }] of points.entries()) {
        const { id: _, place: before, ...words } = expertPoints[i];
        const lines = (text: string) => text.replaceAll(/\r\n?/g, "\n");
        expect(rest).toEqual({ ...words, note: lines(words.note), author: lines(words.author) });
        expect(Math.hypot(place.x - before.x, place.y - before.y)).toBeLessThan(0.02);
      }
    }));
    expect(planeProjection(plane).inverse({ x: 0, y: 0 })[0]).toBeCloseTo(-87.65, 12);
  });
});
