// Hours of the day as text, for exports: "00-05,10-23" are the hours that begin at 0 to 5 and at 10 to 23 o'clock.

/** Of no hour: "none". @param hours - 0 to 23, in any order */
export function formatHours(hours: readonly number[]): string {
  const sorted = [...new Set(hours)].sort((a, b) => a - b);
  const ranges = sorted.filter((hour) => !sorted.includes(hour - 1)).map((from) => {
    let to = from;
    while (sorted.includes(to + 1)) to++;
    return to === from ? twoDigits(from) : `${twoDigits(from)}-${twoDigits(to)}`;
  });
  return ranges.length === 0 ? "none" : ranges.join(",");
}

/** The way back, hours in ascending order; null where the text says something else. */
export function parseHours(text: string): number[] | null {
  if (text.trim() === "none") return [];
  const hours = new Set<number>();
  for (const range of text.split(",")) {
    const found = /^\s*(\d{1,2})(?:\s*-\s*(\d{1,2}))?\s*$/.exec(range);
    if (!found) return null;
    const from = Number.parseInt(found[1], 10), to = Number.parseInt(found[2] ?? found[1], 10);
    if (from > to || to > 23) return null;
    for (let hour = from; hour <= to; hour++) hours.add(hour);
  }
  return [...hours].sort((a, b) => a - b);
}

const twoDigits = (hour: number): string => String(hour).padStart(2, "0");
