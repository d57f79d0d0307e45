// One line of text that takes effect on Enter or when the field is left; Esc takes it back.

import { useState } from "react";
import { Input, Label, TextField } from "react-aria-components";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
}

export function CommitText({ label, value, onCommit }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (): void => {
    if (typed !== null && typed !== value) onCommit(typed);
    setTyped(null);
  };
  return (
    <TextField className="field" value={typed ?? value} onChange={setTyped}>
      <Label>{label}</Label>
      <Input
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
          if (event.key === "Escape") setTyped(null);
        }}
      />
    </TextField>
  );
}
