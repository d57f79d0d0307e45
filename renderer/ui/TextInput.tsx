// One line of text.

import { Input, Label, TextField } from "react-aria-components";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly onCommit?: () => void;
}

export function TextInput({ label, value, onChange, placeholder, onCommit }: Props) {
  return (
    <TextField className="field" value={value} onChange={onChange}>
      <Label>{label}</Label>
      <Input placeholder={placeholder} onBlur={onCommit} onKeyDown={(event) => event.key === "Enter" && onCommit?.()} />
    </TextField>
  );
}
