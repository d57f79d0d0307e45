// Points as radio buttons in a drawing: what is drawn, what is said, what arrows do is walked in the browser.

import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ScatterChart, type ScatterPoint } from "../../../renderer/charts/ScatterChart.tsx";
import { metres, percent } from "../../../renderer/ui/format.ts";

const points: ScatterPoint[] = [
  { id: "b", name: "Regression, distance", x: 900, y: 0.5, group: 1 },
  { id: "a", name: "Forest, coverage", x: 700, y: 0.4, group: 0, hollow: true },
];

const draw = (chosen: string | null): string =>
  renderToStaticMarkup(
    createElement(ScatterChart, {
      title: "Trade-off",
      description: "",
      x: { label: "mean distance", from: 500, to: 1000, format: metres },
      y: { label: "Coverage", from: 0, to: 1, format: (share) => percent(share) },
      points,
      groups: ["Forest", "Regression"],
      fills: ["distance", "coverage"],
      lines: [{ name: "reached", points: points.toReversed(), step: true }],
      chosen,
      onChoose: () => undefined,
    }),
  );

test("each point is a radio button that says its name, both measures and their units", () => {
  const html = draw("b");
  expect(html.match(/role="radio"/g)).toHaveLength(2);
  expect(html).toContain('aria-label="Forest, coverage: 40.0 %, 700 m"');
  expect(html).toContain('role="group"');
  expect(html).not.toContain('role="img"');
});

test("the Tab key stops once: at the chosen point, or at the leftmost where none is chosen", () => {
  const stopOf = (html: string): string | undefined => /aria-label="([^"]*)" tabindex="0" transform/.exec(html)?.[1];
  expect(stopOf(draw("b"))).toBe("Regression, distance: 50.0 %, 900 m");
  expect(stopOf(draw(null))).toBe("Forest, coverage: 40.0 %, 700 m");
  expect(draw(null).match(/tabindex="0" transform/g)).toHaveLength(1);
});

test("groups differ in shape, filling is kept apart, and the line of what is reached goes across, then up", () => {
  const html = draw(null);
  const outlines = [...html.matchAll(/class="mark mark-(\w+)( hollow)?" d="([^"]+)"/g)];
  // Two groups, and what filled and hollow mean for any of them.
  expect(new Set(outlines.map(([, group, , outline]) => `${group}${outline}`)).size).toBe(3);
  expect(new Set(outlines.filter(([, group]) => group !== "any").map(([, , , outline]) => outline)).size).toBe(2);
  expect(outlines.filter(([, , hollow]) => hollow)).toHaveLength(2);
  expect(html).toMatch(/class="line whole" d="M[\d.]+ [\d.]+H[\d.]+V[\d.]+"/);
});

test("the table lists the points from the nearest on", () => {
  const rows = [...draw(null).matchAll(/<th scope="row">([^<]*)<\/th>/g)].map(([, name]) => name);
  expect(rows).toEqual(["Forest, coverage", "Regression, distance"]);
});
