// Overrules an exclusion with a note, or lets it exclude again.

import { useState } from "react";
import type { Exclusion } from "../../../core/plan/plan.ts";
import { overruleExclusion } from "../../actions/exclusionRules.ts";
import { attempt } from "../../actions/messages.ts";
import { Button } from "../../ui/Button.tsx";
import { TextInput } from "../../ui/TextInput.tsx";

export function OverruleInput({ exclusion: { id, overruled } }: { readonly exclusion: Exclusion }) {
  const [note, setNote] = useState("");
  const change = (words: string | undefined): void => void attempt("The change", () => overruleExclusion(id, words));
  return overruled === undefined ? (
    <>
      <TextInput label="Overruled because" value={note} onChange={setNote} placeholder="It stays listed, and excludes nothing" />
      <div className="actions"><Button isDisabled={note.trim() === ""} onPress={() => change(note)}>Overrule</Button></div>
    </>
  ) : (
    <>
      <p className="notice">Overruled: {overruled}</p>
      <div className="actions"><Button onPress={() => change(undefined)}>Let it exclude again</Button></div>
    </>
  );
}
