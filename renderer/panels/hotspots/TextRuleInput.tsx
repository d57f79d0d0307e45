// A rule from the incidents' own location text: hospitals, prisons and schools that it names.

import { useState } from "react";
import { POLICE_UK_WORDS, type TextRule } from "../../../core/hotspots/exclude/exclusionsFromText.ts";
import { TEXT_MATCHES, type TextMatch } from "../../../core/hotspots/exclude/textMatch.ts";
import { addTextRule } from "../../actions/exclusionRules.ts";
import { attempt } from "../../actions/messages.ts";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { NumberInput } from "../../ui/NumberInput.tsx";
import { TextInput } from "../../ui/TextInput.tsx";

const START: Omit<TextRule, "column" | "words"> = { match: "ends", distance: 50, least: 5, reason: "Most crimes there happen indoors and cannot be prevented by patrols" };

export function TextRuleInput() {
  const texts = useStore((state) => state.incidents?.table.texts ?? null);
  const hasIncidents = useStore((state) => state.filtered !== null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [words, setWords] = useState(POLICE_UK_WORDS.join(", "));
  const [rule, setRule] = useState(START);
  if (!texts || texts.length === 0) return null;
  const change = (patch: Partial<typeof rule>): void => setRule({ ...rule, ...patch });
  const column = texts.find(({ name }) => name === chosen) ?? texts.find(({ name }) => /location|address|street|place/i.test(name)) ?? texts[0];
  const list = words.split(",").map((word) => word.trim()).filter((word) => word !== "");
  return (
    <div className="section">
      <h3>Rule from the incidents&rsquo; text</h3>
      <Choice label="Column" value={column.name} options={texts.map(({ name }) => ({ value: name, label: name }))} onChange={setChosen} />
      <Choice
        label="That"
        value={rule.match}
        options={(Object.keys(TEXT_MATCHES) as TextMatch[]).map((match) => ({ value: match, label: TEXT_MATCHES[match] }))}
        onChange={(match) => change({ match })}
      />
      <TextInput label="One of the words" value={words} onChange={setWords} placeholder="Separated by commas" />
      <NumberInput label="Incidents there" min={1} max={1_000_000} value={rule.least} onChange={(least) => change({ least })} hint="or more, at one location" />
      <NumberInput label="Distance around it" unit="m" min={1} max={5000} value={rule.distance} onChange={(distance) => change({ distance })} />
      <TextInput label="Reason of this rule" value={rule.reason} onChange={(reason) => change({ reason })} />
      <div className="actions">
        <Button isDisabled={!hasIncidents || list.length === 0} onPress={() => void attempt("Making exclusions from text", () => addTextRule({ ...rule, column: column.name, words: list }))}>
          Exclude by the text
        </Button>
      </div>
    </div>
  );
}
