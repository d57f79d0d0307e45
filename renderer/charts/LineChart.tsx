// Lines over a common axis, told apart by colour and by dashes.

import { decimal } from "../ui/format.ts";
import { Chart, type Axis, type Scale } from "./Chart.tsx";
import { markPath } from "./markPath.ts";

export interface Series {
  readonly name: string;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Thin and grey: a comparison, such as chance. */
  readonly faint?: boolean;
  /** One a point: drawn as a band behind the line. */
  readonly band?: { readonly low: ArrayLike<number>; readonly high: ArrayLike<number> };
}

/** A single value to tell from the lines. */
export interface ChartMark {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

interface Props {
  readonly title: string;
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  /** Values of x to list in the table; not given: those of the first series. */
  readonly listed?: readonly number[];
  readonly digits?: number;
  readonly thin?: boolean;
  readonly marks?: readonly ChartMark[];
}

/** More points than this say nothing more in a chart of 300 units. */
const MOST_POINTS = 400;

export function LineChart({ title, description, x, y, series, listed, digits = 3, thin, marks = [] }: Props) {
  const rows = listed ?? Array.from(series[0]?.x ?? []);
  const format = x.format ?? ((value: number) => decimal(value, Number.isInteger(value) ? 0 : 2));
  return (
    <Chart
      title={title}
      description={description}
      x={x}
      y={y}
      table={{
        head: [x.label, ...series.map(({ name }) => name)],
        rows: rows.map((at) => [format(at), ...series.map((one) => listedValue(one, at, digits))]),
      }}
      thin={thin}
      legend={series.length + marks.length > 1 && (
        <ul className="chart-legend">
          {series.map(({ name, faint }, i) => (
            <li key={name}>
              <svg width="18" height="8" aria-hidden><path className={lineClass(i, faint)} d="M0 4H18" /></svg>
              {name}
            </li>
          ))}
          {marks.map(({ name }, i) => (
            <li key={name}><svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden><path className={`mark mark-${(i + 1) % 6}`} d={markPath(i + 1)} /></svg>{name}</li>
          ))}
        </ul>
      )}
    >
      {(scaleX, scaleY) => (
        <>
          {series.map((one) => one.band && <path key={one.name} className="band" d={bandPath(one.x, one.band, scaleX, scaleY)} />)}
          {series.map((one, i) => <path key={one.name} className={lineClass(i, one.faint)} d={pathOf(one, scaleX, scaleY)} />)}
          {marks.map((mark, i) => (
            <g key={mark.name} transform={`translate(${scaleX(mark.x).toFixed(1)} ${scaleY(mark.y).toFixed(1)})`}>
              <title>{mark.name}</title>
              <path className={`mark mark-${(i + 1) % 6}`} d={markPath(i + 1)} />
            </g>
          ))}
        </>
      )}
    </Chart>
  );
}

const lineClass = (i: number, faint = false): string => (faint ? "line faint" : `line series-${i % 6}`);

function bandPath(x: ArrayLike<number>, { low, high }: NonNullable<Series["band"]>, scaleX: Scale, scaleY: Scale): string {
  const edge = (of: ArrayLike<number>): string[] => Array.from(x, (at, i) => `${scaleX(at).toFixed(1)} ${scaleY(of[i]).toFixed(1)}`);
  return x.length > 0 ? `M${[...edge(low), ...edge(high).reverse()].join("L")}Z` : "";
}

function pathOf({ x, y }: Series, scaleX: Scale, scaleY: Scale): string {
  const step = Math.max(1, Math.ceil(x.length / MOST_POINTS));
  const points: string[] = [];
  for (let i = 0; i < x.length; i += step) points.push(`${scaleX(x[i]).toFixed(1)} ${scaleY(y[i]).toFixed(1)}`);
  const last = x.length - 1;
  if (last > 0 && last % step !== 0) points.push(`${scaleX(x[last]).toFixed(1)} ${scaleY(y[last]).toFixed(1)}`);
  return points.length > 0 ? `M${points.join("L")}` : "";
}

/** On the straight line between the points beside it; "" outside. */
function listedValue({ x, y }: Series, at: number, digits: number): string {
  for (let i = 0; i < x.length; i++) {
    if (x[i] === at) return decimal(y[i], digits);
    if (i > 0 && x[i - 1] < at && at < x[i]) return decimal(y[i - 1] + ((at - x[i - 1]) / (x[i] - x[i - 1])) * (y[i] - y[i - 1]), digits);
  }
  return "";
}
