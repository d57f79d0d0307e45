// A person's words as part of a file's name.

/** Letters and digits of any language, with hyphens for the rest: safe in every file system. "" where there are none. */
export const fileWord = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").toLowerCase();
