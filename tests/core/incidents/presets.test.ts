import { describe, expect, it } from "vitest";
import { importText, previewSource, questionsOf, textSource } from "./importText.ts";

/** Header and one row of each variant as its publisher writes them, with days up to 12 where the order matters. */
const FILES: readonly (readonly [preset: string, header: string, row: string, start: string, end: string, offence: string])[] = [
  ["police.uk",
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context",
    "ab12,2024-01,X Police,X Police,-0.69,51.45,On or near A Road,E01,Y 1A,Burglary,Under investigation,",
    "2024-01-01T00:00", "2024-01-01T00:00", "Burglary / Burglary"],
  ["san-francisco-2003", "Dates,Category,Descript,DayOfWeek,PdDistrict,Resolution,Address,X,Y",
    "2015-05-13 23:53:00,WARRANTS,WARRANT ARREST,Wednesday,NORTHERN,ARRESTED,OAK ST,-122.42,37.77",
    "2015-05-13T23:53", "2015-05-13T23:53", "WARRANTS / WARRANT ARREST"],
  ["san-francisco-2003", "IncidntNum,Category,Descript,DayOfWeek,Date,Time,PdDistrict,Resolution,Address,X,Y,Location,PdId",
    '150060275,NON-CRIMINAL,LOST PROPERTY,Monday,01/02/2015,14:00,MISSION,NONE,18TH ST,-122.42,37.76,"(37.76, -122.42)",15006027571000',
    "2015-01-02T14:00", "2015-01-02T14:00", "NON-CRIMINAL / LOST PROPERTY"],
  ["san-francisco-2003", "IncidntNum,Category,Descript,DayOfWeek,Date,Time,PdDistrict,Resolution,Address,X,Y,Location,PdId",
    '150060275,NON-CRIMINAL,LOST PROPERTY,Monday,01/02/2015 12:00:00 AM,14:00,MISSION,NONE,18TH ST,-122.42,37.76,"(37.76, -122.42)",15006027571000',
    "2015-01-02T14:00", "2015-01-02T14:00", "NON-CRIMINAL / LOST PROPERTY"],
  ["san-francisco-2018",
    "Incident Datetime,Incident Date,Incident Time,Incident Year,Row ID,Incident ID,Incident Category,Incident Subcategory,Incident Description,Police District,Intersection,Latitude,Longitude,Point",
    "2018/01/02 09:26:00 AM,2018/01/02,09:26,2018,1,2,Assault,Simple Assault,Battery,Central,A ST,37.79,-122.40,POINT (-122.40 37.79)",
    "2018-01-02T09:26", "2018-01-02T09:26", "Assault / Battery"],
  ["chicago",
    "ID,Case Number,Date,Block,IUCR,Primary Type,Description,Location Description,Arrest,Domestic,Beat,District,Ward,X Coordinate,Y Coordinate,Year,Updated On,Latitude,Longitude,Location",
    '1,HX1,01/02/2015 11:00:00 PM,001XX W LAKE,0460,BATTERY,SIMPLE,STREET,false,true,111,1,42,1175000,1901000,2015,02/10/2018,41.88,-87.63,"(41.88, -87.63)"',
    "2015-01-02T23:00", "2015-01-02T23:00", "BATTERY / SIMPLE"],
  ["chicago",
    "CASE#,DATE  OF OCCURRENCE,BLOCK, IUCR, PRIMARY DESCRIPTION, SECONDARY DESCRIPTION, LOCATION DESCRIPTION,ARREST,DOMESTIC,BEAT,WARD,FBI CD,X COORDINATE,Y COORDINATE,LATITUDE,LONGITUDE,LOCATION",
    'HX1,01/02/2015 11:00:00 PM,001XX W LAKE,0460,BATTERY,SIMPLE,STREET,N,Y,111,42,08B,1175000,1901000,41.88,-87.63,"(41.88, -87.63)"',
    "2015-01-02T23:00", "2015-01-02T23:00", "BATTERY / SIMPLE"],
  ["new-york",
    "CMPLNT_NUM,ADDR_PCT_CD,BORO_NM,CMPLNT_FR_DT,CMPLNT_FR_TM,CMPLNT_TO_DT,CMPLNT_TO_TM,KY_CD,LAW_CAT_CD,OFNS_DESC,PD_DESC,PREM_TYP_DESC,X_COORD_CD,Y_COORD_CD,Latitude,Longitude,Lat_Lon",
    '1,75,BROOKLYN,01/02/2019,22:15:00,01/03/2019,06:30:00,341,MISDEMEANOR,PETIT LARCENY,"LARCENY,PETIT",STREET,1015000,185000,40.67,-73.88,"(40.67, -73.88)"',
    "2019-01-02T22:15", "2019-01-03T06:30", "PETIT LARCENY / LARCENY,PETIT"],
];

describe("presets", () => {
  it.each(FILES)("recognise %s: %s", async (preset, header, row, start, end, offence) => {
    const content = `${header}\n${row}\n`;
    expect((await previewSource(textSource(content))).preset).toBe(preset);
    expect(await questionsOf(content)).toEqual([]);
    const { table, report } = await importText(content);
    expect(report.loaded).toBe(1);
    const time = (ms: number): string => new Date(ms).toISOString().slice(0, 16);
    expect([time(table.start[0]), time(table.end[0])]).toEqual([start, end]);
    expect(`${table.offences[0].category} / ${table.offences[0].name}`).toBe(offence);
    expect(table.texts.length).toBeGreaterThan(0);
  });

  it("keep Chicago's domestic flag", async () => {
    const [, header, row] = FILES[5];
    const { table } = await importText(`${header}\n${row}\n${row.replace(",false,true,", ",false,false,")}\n${row.replace(",false,true,", ",false,,")}\n`);
    expect([...table.domestic]).toEqual([1, 0, 2]);
  });

  it("say when their documented order of day and month was used", async () => {
    const { report } = await importText(`${FILES[5][1]}\n${FILES[5][2]}\n`);
    expect(report.notices.find(({ code }) => code === "date-order")?.text).toBe("Dates were read month-first, as this publisher documents them.");
  });

  it("give way to dates that prove another order", async () => {
    const [, header, row] = FILES[5];
    const { table } = await importText(`${header}\n${row}\n${row.replace("01/02/2015", "13/02/2015")}\n`);
    expect(new Date(table.start[0]).toISOString().slice(0, 10)).toBe("2015-02-01");
  });
});
