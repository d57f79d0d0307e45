// A small row of bars without axes, as high as its highest: drawn as one path, told in a sentence.

interface Props {
  /** What it shows, with its numbers, for screen readers and as a tooltip. */
  readonly description: string;
  readonly values: ArrayLike<number>;
  /** Where a new group begins (a year): a thin line stands before it. */
  readonly breaks?: readonly number[];
  /** Bars that are drawn pale: not to be compared with the others. */
  readonly isPale?: (i: number) => boolean;
}

const WIDTH = 280;
const HEIGHT = 28;

export function SmallBars({ description, values, breaks = [], isPale }: Props) {
  const step = WIDTH / Math.max(1, values.length);
  const gap = step > 3 ? 1 : 0;
  const most = Array.from(values).reduce((a, b) => Math.max(a, b), 0);
  const bar = (i: number): string => {
    const height = most > 0 ? (values[i] / most) * HEIGHT : 0;
    return height > 0 ? `M${(i * step).toFixed(2)} ${HEIGHT}v${(-height).toFixed(2)}h${(step - gap).toFixed(2)}V${HEIGHT}z` : "";
  };
  const all = Array.from({ length: values.length }, (_, i) => i);
  return (
    <svg className="small-bars" viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`} preserveAspectRatio="none" role="img" aria-label={description}>
      <title>{description}</title>
      {breaks.map((at) => <line key={at} className="rule" x1={at * step} x2={at * step} y1={0} y2={HEIGHT} />)}
      <path className="bar-fill" d={all.filter((i) => !isPale?.(i)).map(bar).join("")} />
      {isPale && <path className="bar-fill pale" d={all.filter(isPale).map(bar).join("")} />}
      <line className="base" x1={0} x2={WIDTH} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
    </svg>
  );
}
