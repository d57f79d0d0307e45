// What people write for the report of a trial, because no computation can: kept with the project's settings. Author and marking are those of all its documents.

import { z } from "../../schema.ts";

/** Characters. */
export const MOST_TEXT = 8000;
export const MOST_TITLE = 200;

const text = z.string().max(MOST_TEXT);

const trialCoverSchema = z.strictObject({
  title: z.string().max(MOST_TITLE).describe("empty: the trial's own, with what it is"),
  background: text,
  objectives: text,
  setting: text,
  eligibility: text,
  interventions: text,
  people: text,
  blinding: text,
  stopped: text,
  harms: text,
  limitations: text,
  generalisability: text,
  interpretation: text,
  registration: text,
  protocol: text,
  funding: text,
});

export type TrialCover = z.output<typeof trialCoverSchema>;
type TextName = Exclude<keyof TrialCover, "title">;

/** In the order of the report; `item` of CONSORT 2010. */
export const TRIAL_TEXTS: readonly { readonly name: TextName; readonly label: string; readonly item: string; readonly hint: string }[] = [
  { name: "background", label: "Background", item: "2a", hint: "What is known, and why this trial." },
  { name: "objectives", label: "Objectives", item: "2b", hint: "What the trial was to find out." },
  { name: "setting", label: "Setting", item: "4b", hint: "The area, the force, the period." },
  { name: "eligibility", label: "How the hotspots were chosen", item: "4a", hint: "From which data, by which rules, what was left out." },
  { name: "interventions", label: "Interventions", item: "5", hint: "Who patrolled, how, when; what control days had." },
  { name: "people", label: "Who drew, and who could see the schedule", item: "10", hint: "Who generated it, who held it, who gave it out." },
  { name: "blinding", label: "Blinding", item: "11a", hint: "Who did not know the arm: recorders, analysts." },
  { name: "stopped", label: "Why the trial ended", item: "14b", hint: "As planned, or stopped: why, and by whom." },
  { name: "harms", label: "Harms", item: "19", hint: "Complaints, injuries, disproportionality." },
  { name: "limitations", label: "Limitations", item: "20", hint: "Sources of bias beside those that the report lists." },
  { name: "generalisability", label: "Generalisability", item: "21", hint: "To which places and forces it applies." },
  { name: "interpretation", label: "Interpretation", item: "22", hint: "What it means, benefits against harms." },
  { name: "registration", label: "Registration", item: "23", hint: "Registry, number, date; where the seal was lodged." },
  { name: "protocol", label: "Where the protocol can be read", item: "24", hint: "A link or a reference." },
  { name: "funding", label: "Funding", item: "25", hint: "Who paid, who supplied, and what part they had." },
];

export const EMPTY_TRIAL_COVER: TrialCover = {
  title: "", background: "", objectives: "", setting: "", eligibility: "", interventions: "", people: "", blinding: "", stopped: "", harms: "",
  limitations: "", generalisability: "", interpretation: "", registration: "", protocol: "", funding: "",
};

/** What stands at the head of the report: CONSORT wants the word in it. */
export const reportTitle = ({ title }: TrialCover, trial: string): string => (title === "" ? `${trial}: report of a randomised controlled trial` : title);

/** Of a project's stored settings; a text that cannot be read is empty. */
export function trialCoverOf(settings: unknown): TrialCover {
  const stored = (settings as { readonly trialCover?: unknown } | null)?.trialCover;
  const given = typeof stored === "object" && stored !== null ? (stored as Readonly<Record<string, unknown>>) : {};
  const read = Object.entries(trialCoverSchema.shape).flatMap(([name, schema]) => {
    const { success, data } = schema.safeParse(given[name]);
    return success ? [[name, data] as const] : [];
  });
  return { ...EMPTY_TRIAL_COVER, ...Object.fromEntries(read) };
}
