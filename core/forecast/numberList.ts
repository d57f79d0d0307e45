// A list of numbers as it is typed: "100, 500, 1000".

import { InputError } from "../errors.ts";
import { parseDecimal } from "../incidents/parseDecimal.ts";

export interface NumberListRule {
  /** What each of them is, with its unit: "a radius in m". */
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly example: string;
}

/** Of them would take too long. */
const MOST = 20;

export const writeNumbers = (numbers: readonly number[]): string => numbers.join(", ");

/**
 * Numbers separated by commas, semicolons or spaces, with a decimal point where one is needed.
 * @returns ascending, each once
 * @throws InputError that names what cannot be read or lies outside [min, max]
 */
export function parseNumbers(text: string, { name, min, max, example }: NumberListRule): number[] {
  const parts = text.split(/[,;\s]+/).filter((part) => part !== "");
  if (parts.length === 0) throw new InputError(`There is no number in "${text}". Write ${name}, such as ${example}.`);
  if (parts.length > MOST) throw new InputError(`There are ${parts.length} numbers; at most ${MOST} are taken at once. Leave some out.`);
  const numbers = parts.map((part) => {
    const value = parseDecimal(part);
    if (value === undefined || value < min || value > max) throw new InputError(`"${part}" is not ${name} from ${min} to ${max}. Write numbers such as ${example}.`);
    return value;
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}
