// Bars with intervals, and a dashed line to compare them with.

import { decimal } from "../ui/format.ts";
import { Chart, type Axis } from "./Chart.tsx";

export interface Bar {
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly name: string;
}

interface Props {
  readonly title: string;
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly bars: readonly Bar[];
  readonly reference?: number;
  readonly digits?: number;
  /** Heads of the table's value, low and high; a mean and its 95 % interval where not given. */
  readonly heads?: readonly [value: string, low: string, high: string];
}

const INTERVAL = ["mean", "2.5 %", "97.5 %"] as const;

export function BarChart({ title, description, x, y, bars, reference, digits = 3, heads = INTERVAL }: Props) {
  return (
    <Chart
      title={title}
      description={description}
      x={x}
      y={y}
      table={{
        head: [x.label, ...heads],
        rows: bars.map(({ name, value, low, high }) => [name, ...[value, low, high].map((number) => decimal(number, digits))]),
      }}
    >
      {(scaleX, scaleY) => {
        const width = Math.max(1, Math.min(16, 0.7 * Math.abs(scaleX(1) - scaleX(0))));
        return (
          <>
            {bars.map(({ at, value, low, high, name }) => (
              <g key={name}>
                <title>{`${name}: ${decimal(value, digits)} (${decimal(low, digits)} to ${decimal(high, digits)})`}</title>
                <rect className="bar-fill" x={scaleX(at) - width / 2} width={width} y={scaleY(value)} height={Math.max(0, scaleY(y.from) - scaleY(value))} />
                <line className="whisker" x1={scaleX(at)} x2={scaleX(at)} y1={scaleY(low)} y2={scaleY(high)} />
              </g>
            ))}
            {reference !== undefined && <line className="line faint" x1={scaleX(x.from)} x2={scaleX(x.to)} y1={scaleY(reference)} y2={scaleY(reference)} />}
          </>
        );
      }}
    </Chart>
  );
}
