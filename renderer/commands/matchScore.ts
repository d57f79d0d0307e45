// How well a few typed letters fit a title: words that begin with them first, then letters in order.

/** 0 = does not fit; larger fits better. An empty query fits everything equally. */
export function matchScore(query: string, title: string): number {
  const wanted = query.trim().toLowerCase();
  const text = title.toLowerCase();
  if (wanted === "") return 1;
  if (text.startsWith(wanted)) return 100;
  const words = wanted.split(/\s+/);
  if (words.every((word) => text.split(/[^a-z0-9]+/).some((part) => part.startsWith(word)))) return 80;
  if (text.includes(wanted)) return 60;
  let at = 0;
  let gaps = 0;
  for (const letter of wanted.replace(/\s/g, "")) {
    const next = text.indexOf(letter, at);
    if (next < 0) return 0;
    gaps += next - at;
    at = next + 1;
  }
  return 40 / (1 + gaps);
}
