// The hours of the day in which patrols are offered, in words.

/** [8, 9, 10, 22, 23] → "08:00 to 11:00 and 22:00 to 24:00"; a stretch over midnight is one; not given: "at all hours". */
export function hoursInWords(hours: readonly number[] | undefined): string {
  const offered = new Set(hours ?? ALL);
  if (offered.size === 24) return "at all hours";
  if (offered.size === 0) return "at no hour";
  const starts = [...offered].filter((hour) => !offered.has((hour + 23) % 24)).sort((a, b) => a - b);
  const stretches = starts.map((from) => {
    let to = from + 1;
    while (offered.has(to % 24)) to++;
    return `${clock(from)} to ${clock(to > 24 ? to - 24 : to)}`;
  });
  return stretches.length < 2 ? stretches[0] : `${stretches.slice(0, -1).join(", ")} and ${stretches[stretches.length - 1]}`;
}

const ALL = Array.from({ length: 24 }, (_, hour) => hour);

const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;
