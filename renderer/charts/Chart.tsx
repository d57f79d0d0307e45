// The frame of a chart: axes, title and description for screen readers, and the same numbers as a table.

import "./charts.css";
import { useId, type ReactNode } from "react";
import { decimal } from "../ui/format.ts";
import { niceTicks } from "../../core/record/niceTicks.ts";
import { Scroll } from "../ui/Scroll.tsx";

export interface Axis {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly format?: (value: number) => string;
  /** Not given: round numbers. */
  readonly ticks?: readonly number[];
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export type Scale = (value: number) => number;

interface Props {
  readonly title: string;
  /** What the chart says, in a sentence. */
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly table: Table;
  readonly legend?: ReactNode;
  /** Many jittering lines: thin and without dashes. */
  readonly thin?: boolean;
  /** In units of the drawing. */
  readonly height?: number;
  /** What is drawn can be chosen: then the drawing is no picture to screen readers. */
  readonly holdsControls?: boolean;
  readonly children: (x: Scale, y: Scale) => ReactNode;
}

/** In units of the drawing, which is scaled to the panel's width. */
export const WIDTH = 300;
const USUAL_HEIGHT = 150;
const LEFT = 38;
const RIGHT = 14;
const TOP = 6;
const BOTTOM = 30;

export function Chart({ title, description, x, y, table, legend, thin, height = USUAL_HEIGHT, holdsControls = false, children }: Props) {
  const id = useId();
  const scaleX = scale(x, LEFT, WIDTH - RIGHT);
  const scaleY = scale(y, height - BOTTOM, TOP);
  return (
    <figure className={thin ? "chart thin" : "chart"}>
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role={holdsControls ? "group" : "img"} aria-labelledby={`${id}-title`} aria-describedby={`${id}-description`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>{description}</desc>
        {ticksOf(y, 4).map((value) => (
          <g key={value}>
            <line className="rule" x1={LEFT} x2={WIDTH - RIGHT} y1={scaleY(value)} y2={scaleY(value)} />
            <text className="tick" x={LEFT - 4} y={scaleY(value) + 3} textAnchor="end">{inWords(y, value)}</text>
          </g>
        ))}
        {ticksOf(x, 5).map((value) => (
          <text key={value} className="tick" x={scaleX(value)} y={height - BOTTOM + 12} textAnchor="middle">{inWords(x, value)}</text>
        ))}
        <line className="base" x1={LEFT} x2={WIDTH - RIGHT} y1={height - BOTTOM} y2={height - BOTTOM} />
        {children(scaleX, scaleY)}
        <text className="axis" x={(LEFT + WIDTH - RIGHT) / 2} y={height - 4} textAnchor="middle">{x.label}</text>
      </svg>
      {legend}
      <details>
        <summary>{y.label}, as a table</summary>
        <Scroll name={`${title}, as a table`}>
          <table className="table">
            <thead><tr>{table.head.map((text, i) => <th key={text} scope="col" className={i > 0 ? "number" : ""}>{text}</th>)}</tr></thead>
            <tbody>
              {table.rows.map((row, r) => (
                <tr key={r}>{row.map((text, i) => (i === 0 ? <th key={i} scope="row">{text}</th> : <td key={i} className="number">{text}</td>))}</tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </figure>
  );
}

const scale = ({ from, to }: Axis, start: number, end: number): Scale => {
  const span = to > from ? to - from : 1;
  return (value) => start + ((value - from) / span) * (end - start);
};

const ticksOf = ({ from, to, ticks }: Axis, wanted: number): readonly number[] => ticks ?? niceTicks(from, to, wanted);

function inWords({ format, from, to }: Axis, value: number): string {
  if (format) return format(value);
  // As many digits as tell two ticks apart.
  return decimal(value, Math.min(6, Math.max(0, Math.ceil(-Math.log10((to - from) / 8)))));
}
