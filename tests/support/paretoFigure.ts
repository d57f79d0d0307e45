// A figure of coverage against mean distance, one panel a fleet, as SVG text: readable on light and dark pages.

export interface ParetoPoint {
  readonly predictor: string;
  readonly objective: string;
  /** Share. */
  readonly coverage: number;
  /** m. */
  readonly distance: number;
  readonly pareto: boolean;
}

export interface ParetoRow {
  readonly name: string;
  readonly panels: readonly { readonly title: string; readonly points: readonly ParetoPoint[] }[];
}

const WIDTH = 260, HEIGHT = 190, LEFT = 62, TOP = 64, GAP_X = 58, GAP_Y = 74;

const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #57606a; }
  .title { font-weight: 600; fill: #24292f; }
  .frame, .tick { stroke: #8c959f; fill: none; }
  .grid { stroke: #8c959f; stroke-opacity: 0.25; }
  .front { stroke: #8c959f; stroke-dasharray: 4 3; fill: none; }
  .coverage { fill: #0969da; stroke: #0969da; }
  .distance { fill: #bc4c00; stroke: #bc4c00; }
  .beaten { fill-opacity: 0.18; }
  @media (prefers-color-scheme: dark) {
    text { fill: #9da7b3; }
    .title { fill: #e6edf3; }
    .coverage { fill: #58a6ff; stroke: #58a6ff; }
    .distance { fill: #f0883e; stroke: #f0883e; }
  }`;

/** Objectives are colours, predictors shapes; Pareto members are full and joined. Better is up and to the left. */
export function paretoFigure(rows: readonly ParetoRow[]): string {
  const columns = Math.max(...rows.map(({ panels }) => panels.length));
  const width = LEFT + columns * (WIDTH + GAP_X), height = TOP + rows.length * (HEIGHT + GAP_Y) - 24;
  const all = rows.flatMap(({ panels }) => panels.flatMap(({ points }) => points));
  const predictors = [...new Set(all.map(({ predictor }) => predictor))], objectives = [...new Set(all.map(({ objective }) => objective))];
  const panels = rows.flatMap(({ name, panels: own }, r) =>
    own.map(({ title, points }, c) => panel(`${name}, ${title}`, points, predictors, LEFT + c * (WIDTH + GAP_X), TOP + r * (HEIGHT + GAP_Y))),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Coverage against mean distance to the nearest vehicle">
<style>${STYLE}
</style>
${[legend(predictors, objectives), ...panels].join("\n")}
</svg>
`;
}

function legend(predictors: readonly string[], objectives: readonly string[]): string {
  const items = [
    ...objectives.map((objective) => ({ mark: mark("circle", objective, 0, 0, true), text: `posted for ${objective}` })),
    ...predictors.map((predictor, p) => ({ mark: `<g class="frame">${shape(SHAPES[p % SHAPES.length], 0, 0)}</g>`, text: predictor })),
    { mark: "", text: "full: no other is better in both" },
  ];
  let x = LEFT;
  return items
    .map(({ mark: symbol, text }) => {
      const item = `<g transform="translate(${x} 18)">${symbol}<text x="12" y="4">${text}</text></g>`;
      x += 34 + 6.8 * text.length;
      return item;
    })
    .join("\n");
}

function panel(title: string, points: readonly ParetoPoint[], predictors: readonly string[], left: number, top: number): string {
  const across = axis(points.map(({ distance }) => distance), Infinity), up = axis(points.map(({ coverage }) => 100 * coverage), 100);
  const x = (distance: number): number => round(left + ((distance - across.low) / (across.high - across.low)) * WIDTH);
  const y = (share: number): number => round(top + HEIGHT - ((100 * share - up.low) / (up.high - up.low)) * HEIGHT);
  const front = points.filter(({ pareto }) => pareto).sort((a, b) => a.distance - b.distance);
  return [
    `<text class="title" x="${left}" y="${top - 10}">${title}</text>`,
    ...across.ticks.map((tick) => `<line class="grid" x1="${x(tick)}" y1="${top}" x2="${x(tick)}" y2="${top + HEIGHT}"/><text x="${x(tick)}" y="${top + HEIGHT + 16}" text-anchor="middle">${tick}</text>`),
    ...up.ticks.map((tick) => `<line class="grid" x1="${left}" y1="${y(tick / 100)}" x2="${left + WIDTH}" y2="${y(tick / 100)}"/><text x="${left - 6}" y="${y(tick / 100) + 4}" text-anchor="end">${tick}</text>`),
    `<rect class="frame" x="${left}" y="${top}" width="${WIDTH}" height="${HEIGHT}"/>`,
    `<text x="${left + WIDTH / 2}" y="${top + HEIGHT + 32}" text-anchor="middle">mean distance Q², m</text>`,
    `<text transform="translate(${left - 36} ${top + HEIGHT / 2}) rotate(-90)" text-anchor="middle">coverage Q¹, %</text>`,
    `<polyline class="front" points="${front.map((point) => `${x(point.distance)},${y(point.coverage)}`).join(" ")}"/>`,
    ...points.map(({ predictor, objective, coverage, distance, pareto }) => mark(SHAPES[predictors.indexOf(predictor) % SHAPES.length], objective, x(distance), y(coverage), pareto)),
  ].join("\n");
}

const SHAPES = ["cross", "circle", "triangle", "square"] as const;

const mark = (kind: (typeof SHAPES)[number], objective: string, x: number, y: number, pareto: boolean): string =>
  `<g class="${objective}${pareto ? "" : " beaten"}">${shape(kind, x, y)}</g>`;

function shape(kind: (typeof SHAPES)[number], x: number, y: number): string {
  switch (kind) {
    case "cross":
      return `<path d="M${round(x - 4)} ${round(y - 4)}l8 8m0 -8l-8 8" stroke-width="2"/>`;
    case "circle":
      return `<circle cx="${x}" cy="${y}" r="5"/>`;
    case "triangle":
      return `<path d="M${x} ${round(y - 6)}l5.5 10h-11z"/>`;
    case "square":
      return `<rect x="${round(x - 4.5)}" y="${round(y - 4.5)}" width="9" height="9"/>`;
  }
}

/** Round numbers that hold all values, with some room; from 0 at least and to `limit` at most. */
function axis(values: readonly number[], limit: number): { readonly low: number; readonly high: number; readonly ticks: readonly number[] } {
  const least = Math.min(...values), most = Math.max(...values);
  const step = [1, 2, 5].flatMap((digit) => [0.1, 1, 10, 100, 1000].map((power) => digit * power)).sort((a, b) => a - b).find((each) => (most - least) / each <= 4.5) ?? 1000;
  const low = Math.max(0, Math.floor(least / step - 0.15) * step), high = Math.min(limit, Math.ceil(most / step + 0.15) * step);
  return { low, high, ticks: Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => Math.round((low + i * step) * 10) / 10) };
}

const round = (value: number): number => Math.round(value * 10) / 10;
