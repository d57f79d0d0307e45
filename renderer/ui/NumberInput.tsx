// A number with its unit, limits said in words, committed on Enter or when the field is left.

import { Group, Input, Label, NumberField, Text } from "react-aria-components";

interface Props {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  /** Digits after the point. */
  readonly digits?: number;
  readonly hint?: string;
  readonly isDisabled?: boolean;
}

export function NumberInput({ label, value, onChange, unit, min, max, digits = 0, hint, isDisabled }: Props) {
  return (
    <NumberField
      className="field"
      value={value}
      onChange={(next) => !Number.isNaN(next) && onChange(next)}
      minValue={min}
      maxValue={max}
      isDisabled={isDisabled}
      formatOptions={{ maximumFractionDigits: digits, useGrouping: false }}
    >
      <Label>{unit ? `${label}, ${unit}` : label}</Label>
      <Group><Input /></Group>
      {hint && <Text slot="description">{hint}</Text>}
    </NumberField>
  );
}
