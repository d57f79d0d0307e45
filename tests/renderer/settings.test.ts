// A project's settings: no stored value can keep a project from opening.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../core/json.ts";
import { EMPTY_TRIAL_COVER } from "../../core/trial/report/trialCover.ts";
import { readSettings } from "../../renderer/actions/settings.ts";
import { START_LAYERS } from "../../renderer/layerState.ts";

describe("readSettings", () => {
  test("reads back what was stored", () => {
    const stored = { view: { centre: [-1.2, 51.7], zoom: 12, bearing: 0 }, layers: START_LAYERS, basemap: "b1" } as unknown as JsonValue;
    expect(readSettings(stored)).toMatchObject({ view: { zoom: 12 }, layers: START_LAYERS, basemap: "b1" });
    const cover = { title: "Nights", author: "A. Analyst", marking: "OFFICIAL" };
    expect(readSettings({ cover })).toEqual({ cover });
    const trialCover = { ...EMPTY_TRIAL_COVER, title: "Nights on foot", funding: "none" };
    expect(readSettings({ trialCover })).toEqual({ trialCover });
  });

  test("drops a view that would leave the map nowhere", () => {
    for (const view of [{ centre: [null, 1], zoom: 3, bearing: 0 }, { centre: [0, 0], zoom: 1e308, bearing: 0 }, { centre: "here" }, 7, null]) {
      expect(readSettings({ view } as unknown as JsonValue)).not.toHaveProperty("view");
    }
  });

  test("drops a filter that is none", () => {
    expect(readSettings({ filter: { months: ["May"] } })).not.toHaveProperty("filter");
    expect(readSettings({ filter: { months: [4] } }).filter?.months).toEqual([4]);
  });

  test("brings back a layer that an older version did not know", () => {
    const { layers } = readSettings({ layers: START_LAYERS.slice(1) as unknown as JsonValue });
    expect(layers).toEqual(START_LAYERS);
  });

  test("puts such a layer over what it stands over at first, however the others were moved", () => {
    const moved = START_LAYERS.filter(({ id }) => id !== "expert-points").toReversed();
    const ids = readSettings({ layers: moved as unknown as JsonValue }).layers!.map(({ id }) => id);
    expect(ids[ids.indexOf("expert-points") + 1]).toBe(START_LAYERS[START_LAYERS.findIndex(({ id }) => id === "expert-points") + 1].id);
    expect(ids.filter((id) => id !== "expert-points")).toEqual(moved.map(({ id }) => id));
  });

  test("never throws, whatever was stored", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      readSettings(value as JsonValue);
      readSettings({ view: value, layers: value, filter: value, basemap: value } as JsonValue);
    }));
  });
});
