// A slider with its value in words beside it.

import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from "react-aria-components";

interface Props {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly onChange: (value: number) => void;
  readonly isDisabled?: boolean;
  /** In the place of the number and its unit. */
  readonly format?: (value: number) => string;
}

export function SliderInput({ label, unit, value, min, max, step = 1, onChange, isDisabled, format }: Props) {
  return (
    <Slider
      className="slider"
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      isDisabled={isDisabled}
      onChange={(next) => onChange(next as number)}
    >
      <Label>{label}</Label>
      <SliderTrack className="track"><SliderThumb className="thumb" /></SliderTrack>
      <SliderOutput className="number">{format ? format(value) : `${value} ${unit}`}</SliderOutput>
    </Slider>
  );
}
