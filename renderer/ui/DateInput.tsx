// A day or a month to choose; what is half typed is not a change yet.

interface Props {
  readonly label: string;
  /** Midnight of a civil day, read as UTC, ms. */
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly whole?: "day" | "month";
}

export function DateInput({ label, value, onChange, whole = "day" }: Props) {
  const text = new Date(value).toISOString().slice(0, whole === "month" ? 7 : 10);
  return (
    <input
      key={text}
      className="input"
      type={whole === "month" ? "month" : "date"}
      aria-label={label}
      defaultValue={text}
      onBlur={(event) => {
        const next = dayFromText(whole === "month" ? `${event.target.value}-01` : event.target.value);
        if (next !== null && next !== value) onChange(next);
      }}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}

/** "2024-02-29" as midnight of that civil day, read as UTC. */
export function dayFromText(text: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map((part) => Number.parseInt(part, 10));
  return Date.UTC(year, month - 1, day);
}
