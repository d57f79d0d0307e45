import type { FeatureCollection } from "geojson";
import { expect, test } from "vitest";
import { layerProperties } from "../../../core/formats/layerProperties.ts";

const layer = (properties: readonly (Record<string, unknown> | null)[]): FeatureCollection => ({
  type: "FeatureCollection",
  features: properties.map((one) => ({ type: "Feature", properties: one, geometry: { type: "Point", coordinates: [0, 0] } })),
});

test("a property's values are listed with how many features have them", () => {
  expect(layerProperties(layer([{ kind: "school" }, { kind: "prison" }, { kind: "school" }]))).toEqual([
    { name: "kind", values: [{ value: "prison", features: 1 }, { value: "school", features: 2 }] },
  ]);
});

test("numbers and yes or no are values too; null, empty text and nested values are none", () => {
  const found = layerProperties(layer([{ lanes: 2, lit: true, note: "" }, { lanes: 4, lit: false, note: null }, { note: { a: 1 } }, null]));
  expect(found.map(({ name, values }) => [name, values.map(({ value }) => value)])).toEqual([
    ["lanes", ["2", "4"]],
    ["lit", ["false", "true"]],
  ]);
});

test("a property with one value tells nothing apart, and one with more than sixty is a name", () => {
  const many = (values: number) => layer(Array.from({ length: values }, (_, i) => ({ name: `road ${i}`, council: "Harrow" })));
  expect(layerProperties(many(60)).map(({ name }) => name)).toEqual(["name"]);
  expect(layerProperties(many(61))).toEqual([]);
});
