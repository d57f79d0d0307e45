// Paragraphs of text that take effect when the field is left; Esc takes them back.

import { useState } from "react";
import { Label, TextArea, TextField } from "react-aria-components";

interface Props {
  readonly label: string;
  /** What to write, where nothing is written. */
  readonly hint: string;
  readonly value: string;
  /** Characters. */
  readonly most: number;
  readonly onCommit: (value: string) => void;
}

export function CommitLines({ label, hint, value, most, onCommit }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (): void => {
    if (typed !== null && typed !== value) onCommit(typed);
    setTyped(null);
  };
  return (
    <TextField className="field tall" value={typed ?? value} onChange={setTyped}>
      <Label>{label}</Label>
      <TextArea
        rows={value === "" && typed === null ? 2 : 5}
        placeholder={hint}
        maxLength={most}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          setTyped(null);
        }}
      />
    </TextField>
  );
}
