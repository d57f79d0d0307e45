// What the host is willing to be asked: nothing unknown, nothing without a limit.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../core/errors.ts";
import { HOST_METHODS, type HostMethod } from "../../core/host.ts";
import { checkHostInput } from "../../core/hostInputs.ts";
import { jsonProblem, type JsonLimits } from "../../core/jsonProblem.ts";

const ID = "0123456789abcdef0123456789abcdef";
const METHODS = Object.keys(HOST_METHODS) as HostMethod[];

describe("the check of the host's inputs", () => {
  it("passes what the contract says on as it is", () => {
    const step = { label: "Move H7", redo: { x: [1, 2.5] }, undo: null };
    expect(checkHostInput("commitStep", { id: ID, position: 3, step, hotspots: 7 })).toEqual({ id: ID, position: 3, step, hotspots: 7 });
    expect(checkHostInput("createProject", { name: "Café £ 東京" })).toEqual({ name: "Café £ 東京" });
    expect(checkHostInput("about", {})).toEqual({});
  });

  it("refuses unknown keys, wrong types and ids that are paths, naming the part", () => {
    const refused = (method: HostMethod, input: unknown, words: RegExp) => expect(() => checkHostInput(method, input)).toThrow(words);
    refused("about", { extra: 1 }, /extra/);
    refused("openProject", {}, /id/);
    refused("openProject", { id: `${ID}/../x` }, /not an id that the host handed out/);
    refused("commitStep", { id: ID, position: 0.5, step: { label: "a", redo: 1, undo: 1 }, hotspots: 0 }, /position/);
    refused("commitStep", { id: ID, position: 0, step: { label: "a", redo: { a: Number.NaN }, undo: 1 }, hotspots: 0 }, /redo: holds the number NaN/);
    refused("putSettings", { id: ID }, /settings/);
    refused("readBasemap", { id: ID, offset: 0, length: 64 * 1_048_576 }, /length/);
    refused("putLayer", { id: ID, layer: { id: "a", name: "n", data: { type: "Topology" } } }, /not a GeoJSON FeatureCollection/);
    refused("putLayer", { id: ID, layer: { id: "../a", name: "n", data: { type: "FeatureCollection", features: [] } } }, /layer\.id/);
    refused("saveFile", { name: "a".repeat(256), bytes: new Uint8Array(1) }, /name/);
    refused("createProject", { name: "   " }, /spaces only/);
  });

  it("ends with the input or an InputError whatever is sent to whatever method", () => {
    fc.assert(
      fc.property(fc.constantFrom(...METHODS), fc.anything({ withTypedArray: true, withDate: true, withNullPrototype: true }), (method, input) => {
        try {
          checkHostInput(method, input);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 2000, seed: 3 },
    );
  });
});

describe("data that may be stored", () => {
  const limits: JsonLimits = { depth: 8, values: 1000, characters: 1000, typedArrays: false };

  it("is what JSON gives back the same", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const wide = { ...limits, values: 1e6, characters: 1e6 };
        const inert = !JSON.stringify(value).includes("__proto__");
        if (inert) expect(jsonProblem(value, wide)).toBeNull();
      }),
      { seed: 5 },
    );
  });

  it("is nothing else", () => {
    expect(jsonProblem(new Date(0), limits)).toMatch(/not plain data/);
    expect(jsonProblem(new Map(), limits)).toMatch(/not plain data/);
    expect(jsonProblem([() => 1], limits)).toMatch(/holds a function/);
    expect(jsonProblem({ a: [Infinity] }, limits)).toMatch(/Infinity/);
    expect(jsonProblem(JSON.parse('{"__proto__": {"x": 1}}'), limits)).toMatch(/__proto__/);
    expect(jsonProblem(Float64Array.of(1), limits)).toMatch(/binary data/);
    expect(jsonProblem(Float64Array.of(1), { ...limits, typedArrays: true })).toBeNull();
  });

  it("has an end: depth, number and length are limited, without exhausting the stack", () => {
    let deep: unknown = 1;
    for (let i = 0; i < 200_000; i++) deep = [deep];
    expect(jsonProblem(deep, limits)).toMatch(/deeper than 8/);
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(jsonProblem(loop, limits)).toMatch(/deeper than 8/);
    expect(jsonProblem(Array.from({ length: 1001 }, () => 0), limits)).toMatch(/more than 1000 values/);
    expect(jsonProblem("x".repeat(1001), limits)).toMatch(/more than 1000 characters/);
  });
});
