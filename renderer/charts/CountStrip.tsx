// A strip of bars (months, weekdays, hours) that is the filter too: press bars to choose them; none chosen means all.

import { count } from "../ui/format.ts";

interface Props {
  readonly labels: readonly string[];
  readonly counts: Uint32Array | null;
  readonly chosen: readonly number[];
  /** Not given: the strip only shows. */
  readonly onChange?: (chosen: readonly number[]) => void;
  readonly name: string;
}

/** Height of the line of labels, which the columns stand on. */
const TICK = 12;

export function CountStrip({ labels, counts, chosen, onChange, name }: Props) {
  const most = counts ? Math.max(1, ...counts) : 1;
  const toggle = (i: number): void =>
    onChange?.(chosen.includes(i) ? chosen.filter((other) => other !== i) : [...chosen, i].sort((a, b) => a - b));
  return (
    <div className="strip" role="group" aria-label={`Incidents by ${name}`}>
      {labels.map((label, i) => {
        const on = chosen.length === 0 || chosen.includes(i);
        const text = counts ? `${label}: ${count(counts[i])} incidents` : label;
        return (
          <button
            key={label}
            type="button"
            className={on ? "on" : ""}
            aria-pressed={chosen.includes(i)}
            aria-label={text}
            title={text}
            disabled={!onChange}
            onClick={() => toggle(i)}
          >
            <span className="column" style={{ height: `calc((100% - ${TICK}px) * ${counts ? counts[i] / most : 0})` }} />
            <span className="tick">{labels.length > 12 && i % 6 !== 0 ? "" : label}</span>
          </button>
        );
      })}
    </div>
  );
}
