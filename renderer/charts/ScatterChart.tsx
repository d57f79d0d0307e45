// Points by two measures, told apart by shape, colour and filling; one of them can be chosen, by pointer or arrow keys.

import { useRef, type KeyboardEvent } from "react";
import { Chart, type Axis, type Scale } from "./Chart.tsx";
import { markPath } from "./markPath.ts";

export interface ScatterPoint {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Index into `groups`: its shape and colour. */
  readonly group: number;
  readonly hollow?: boolean;
}

export interface ScatterLine {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Level to the next point, then up to it: what the points reach, nothing in between. */
  readonly step?: boolean;
}

interface Props {
  readonly title: string;
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly points: readonly ScatterPoint[];
  readonly groups: readonly string[];
  /** What filled and hollow mean; not given: all are filled. */
  readonly fills?: readonly [filled: string, hollow: string];
  readonly lines?: readonly ScatterLine[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** With more points than this marks are smaller, so that neighbours stay apart. */
const MANY = 30;

/** Taller than other charts: both measures count. */
const HEIGHT = 190;

export function ScatterChart({ title, description, x, y, points, groups, fills, lines = [], chosen, onChoose }: Props) {
  const marks = useRef(new Map<string, SVGGElement>());
  const inOrder = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  // One stop for the Tab key; arrows go on from there.
  const stop = inOrder.find(({ id }) => id === chosen)?.id ?? inOrder[0]?.id;
  const size = points.length > MANY ? 0.7 : 1;
  const inWords = (axis: Axis, value: number): string => axis.format?.(value) ?? `${value}`;
  const move = (event: KeyboardEvent, from: number): void => {
    if (event.key === " " || event.key === "Enter") onChoose(inOrder[from].id);
    const to = { ArrowRight: from + 1, ArrowUp: from + 1, ArrowLeft: from - 1, ArrowDown: from - 1, Home: 0, End: inOrder.length - 1 }[event.key];
    if (to === undefined && event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    const next = to === undefined ? undefined : inOrder[to];
    if (!next) return;
    onChoose(next.id);
    marks.current.get(next.id)?.focus();
  };
  return (
    <Chart
      title={title}
      description={description}
      x={x}
      y={y}
      height={HEIGHT}
      holdsControls
      table={{
        head: ["Allocation", x.label, y.label],
        rows: inOrder.map((point) => [point.name, inWords(x, point.x), inWords(y, point.y)]),
      }}
      legend={<ScatterLegend groups={groups} fills={fills} lines={lines} />}
    >
      {(scaleX, scaleY) => (
        <>
          {lines.map((line, i) => <path key={line.name} className={lineClass(i)} d={linePath(line, scaleX, scaleY)} />)}
          <g role="radiogroup" aria-label={title}>
            {inOrder.map((point, i) => (
              <g
                key={point.id}
                ref={(element) => {
                  if (element) marks.current.set(point.id, element);
                  else marks.current.delete(point.id);
                }}
                className="point"
                role="radio"
                aria-checked={point.id === chosen}
                aria-label={`${point.name}: ${inWords(y, point.y)}, ${inWords(x, point.x)}`}
                tabIndex={point.id === stop ? 0 : -1}
                transform={`translate(${scaleX(point.x).toFixed(1)} ${scaleY(point.y).toFixed(1)}) scale(${size})`}
                onClick={() => onChoose(point.id)}
                onKeyDown={(event) => move(event, i)}
              >
                <title>{`${point.name}: ${inWords(y, point.y)}, ${inWords(x, point.x)}`}</title>
                <circle className="halo" r="7" />
                <path className={markClass(point.group, point.hollow)} d={markPath(point.group)} />
              </g>
            ))}
          </g>
        </>
      )}
    </Chart>
  );
}

function ScatterLegend({ groups, fills, lines }: Required<Pick<Props, "groups" | "lines">> & Pick<Props, "fills">) {
  return (
    <ul className="chart-legend">
      {groups.map((name, i) => <li key={name}><Mark group={i} />{name}</li>)}
      {fills?.map((name, i) => <li key={name}><Mark group={null} hollow={i === 1} />{name}</li>)}
      {lines.map(({ name }, i) => (
        <li key={name}><svg width="18" height="8" aria-hidden><path className={lineClass(i)} d="M0 4H18" /></svg>{name}</li>
      ))}
    </ul>
  );
}

/** null: of any group. */
const Mark = ({ group, hollow }: { readonly group: number | null; readonly hollow?: boolean }) => (
  <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden><path className={markClass(group, hollow)} d={markPath(group ?? 0)} /></svg>
);

const markClass = (group: number | null, hollow = false): string => `mark mark-${group === null ? "any" : group % 6}${hollow ? " hollow" : ""}`;

const lineClass = (i: number): string => (i === 0 ? "line whole" : "line faint");

function linePath({ points, step }: ScatterLine, scaleX: Scale, scaleY: Scale): string {
  return points
    .map(({ x, y }, i) => {
      const [across, up] = [scaleX(x).toFixed(1), scaleY(y).toFixed(1)];
      if (i === 0) return `M${across} ${up}`;
      return step ? `H${across}V${up}` : `L${across} ${up}`;
    })
    .join("");
}
