// Which texts a rule is about: those that are, contain or end with one of its words.

import { z } from "../../schema.ts";

/**
 * "ends": the text ends with the word, so that police.uk's "On or near Hospital" is meant and "On or near Hospital Road" is not.
 * Upper and lower case are the same.
 */
export const TEXT_MATCHES = { is: "is", contains: "contains", ends: "ends with" } as const;

export type TextMatch = keyof typeof TEXT_MATCHES;

export const textMatchSchema = z.enum(["is", "contains", "ends"]).describe("the text is, contains or ends with one of the words");

/** A word is met by whole words only: "School" is not in "Preschool". */
export function textTest(words: readonly string[], match: TextMatch): (text: string) => boolean {
  const wanted = words.map((word) => word.trim().toLowerCase()).filter((word) => word !== "");
  return (text) => {
    const given = text.trim().toLowerCase();
    return wanted.some((word) => {
      if (match === "is") return given === word;
      for (let at = given.indexOf(word); at >= 0; at = given.indexOf(word, at + 1)) {
        const end = at + word.length;
        if (!isLetter(given[at - 1]) && !isLetter(given[end]) && (match === "contains" || end === given.length)) return true;
      }
      return false;
    });
  };
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** "is Hospital or Prison". */
export const matchInWords = (words: readonly string[], match: TextMatch): string => `${TEXT_MATCHES[match]} ${words.join(" or ")}`;
