// A name that every file system takes and that stays in its folder.

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** Path separators, controls, half characters, invisible direction marks and reserved names go; at most 100 characters. Never empty. */
export function safeFileName(name: string, fallback = "project"): string {
  const whole = name
    .normalize("NFC")
    .replace(/\p{C}/gu, "")
    .replace(/[<>:"/\\|?*]/g, "-");
  const clean = Array.from(whole)
    .slice(0, 100)
    .join("")
    .replace(/^[.\s]+/, "")
    .replace(/[.\s]+$/, "");
  if (clean === "") return fallback;
  return RESERVED.test(clean) ? `${clean}_` : clean;
}
