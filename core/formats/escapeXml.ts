// Text made safe inside XML, SVG and HTML, in elements and in quoted attributes.

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** XML 1.0 cannot hold control characters or lone surrogates at all: they become U+FFFD. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (c) => (c === "\n" || c === "\r" || c === "\t" ? c : "\uFFFD"))
    .replaceAll(/[&<>"']/g, (c) => ENTITIES[c]);
