// Lines with a band behind them.

import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LineChart } from "../../../renderer/charts/LineChart.tsx";

const draw = (band?: { low: number[]; high: number[] }): string =>
  renderToStaticMarkup(
    createElement(LineChart, {
      title: "Coverage",
      description: "",
      x: { label: "cars", from: 1, to: 3 },
      y: { label: "Coverage", from: 0, to: 1 },
      series: [{ name: "coverage", x: [1, 2, 3], y: [0.2, 0.4, 0.5], band }],
    }),
  );

test("a band runs along its low edge and back along the high one, behind the line", () => {
  const html = draw({ low: [0.2, 0.4, 0.5], high: [0.3, 0.4, 0.6] });
  const corners = /class="band" d="M([^Z]+)Z"/.exec(html)![1].split("L").map((corner) => corner.split(" ").map(Number.parseFloat));
  expect(corners).toHaveLength(6);
  expect(corners.map(([across]) => across)).toEqual([...corners.slice(0, 3), ...corners.slice(0, 3).reverse()].map(([across]) => across));
  expect(corners[5][1]).toBeLessThan(corners[0][1]);
  expect(corners[4][1]).toBe(corners[1][1]);
  expect(html.indexOf("band")).toBeLessThan(html.indexOf("line series-0"));
});

test("without a band there is none", () => {
  expect(draw()).not.toContain("band");
});

test("marks stand at their values over the lines and are told in the legend", () => {
  const html = renderToStaticMarkup(
    createElement(LineChart, {
      title: "Lorenz curve", description: "", x: { label: "cells", from: 0, to: 1 }, y: { label: "crime", from: 0, to: 1 },
      series: [{ name: "as it is", x: [0, 1], y: [0, 1] }], marks: [{ name: "this plan", x: 0, y: 0 }, { name: "the best", x: 0, y: 1 }],
    }),
  );
  const [plan, best] = [...html.matchAll(/translate\(([\d.]+) ([\d.]+)\)/g)].map(([, across, down]) => [Number(across), Number(down)]);
  expect(plan[0]).toBe(best[0]);
  expect(plan[1]).toBeGreaterThan(best[1]);
  expect(html.match(/this plan/g)).toHaveLength(2);
});
