// What a person writes on the cover of the design's document: kept with the project's settings.

import { z } from "../schema.ts";

const line = z.string().max(200);

export const coverSchema = z.strictObject({
  title: line.describe("empty: the project's name says it"),
  author: line,
  marking: line.describe("protective marking on every page, such as OFFICIAL-SENSITIVE; empty: none"),
});

export type DesignCover = z.output<typeof coverSchema>;

export const EMPTY_COVER: DesignCover = { title: "", author: "", marking: "" };

/** What stands at the head of the document. */
export const titleOf = ({ title }: DesignCover, project: string): string => (title === "" ? `Hotspot design: ${project}` : title);

/** UK Government Security Classifications, as police forces mark documents. */
export const MARKINGS = ["OFFICIAL", "OFFICIAL-SENSITIVE"] as const;

/** Of a project's stored settings; what cannot be read is empty. */
export function coverOf(settings: unknown): DesignCover {
  const kept = coverSchema.partial().safeParse((settings as { readonly cover?: unknown } | null)?.cover ?? {});
  return { ...EMPTY_COVER, ...(kept.success ? kept.data : {}) };
}
