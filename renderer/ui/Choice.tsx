// One of a few: a drop-down list, or segments where two or three fit side by side.

import { IconChevronDown } from "@tabler/icons-react";
import {
  Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, ToggleButton, ToggleButtonGroup,
} from "react-aria-components";

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
}

export function Choice<Value extends string>({ label, value, options, onChange, isDisabled }: Props<Value>) {
  return (
    <Select
      className="field"
      value={value}
      onChange={(key) => key !== null && onChange(key as Value)}
      isDisabled={isDisabled}
    >
      <Label>{label}</Label>
      <Button className="select-button">
        <SelectValue />
        <IconChevronDown size={12} aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox items={options.map((option) => ({ id: option.value, label: option.label }))}>
          {(option) => <ListBoxItem className="menu-item">{option.label}</ListBoxItem>}
        </ListBox>
      </Popover>
    </Select>
  );
}

export function Segments<Value extends string>({ label, value, options, onChange, isDisabled }: Props<Value>) {
  return (
    <div className="field">
      <span className="label">{label}</span>
      <ToggleButtonGroup
        className="segments"
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection
        isDisabled={isDisabled}
        selectedKeys={[value]}
        onSelectionChange={(keys) => {
          const [first] = keys;
          if (first !== undefined) onChange(first as Value);
        }}
      >
        {options.map((option) => (
          <ToggleButton key={option.value} id={option.value} className="button quiet">{option.label}</ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
