// The timer of a patrol: minutes and seconds, and a colour that asks the officer to stay until it turns.

/** "white" until the amber minute, "amber" until the green one. */
export type TimerColour = "white" | "amber" | "green";

export interface TimerFace {
  /** "12:34"; from an hour on "61:05". */
  readonly clock: string;
  readonly colour: TimerColour;
  /** The colour in words, and what is still to go: never colour alone. */
  readonly words: string;
}

/**
 * @param elapsed - since the patrol's start, ms; below 0 where the phone's clock was put back, and then told as 0
 * @param amber - minutes from which a patrol counts as full
 * @param green - minutes; where it is not above `amber` there is no amber
 */
export function timerFace(elapsed: number, amber: number, green: number): TimerFace {
  const seconds = Math.max(0, Math.floor(elapsed / 1000));
  const clock = `${twoDigits(Math.floor(seconds / 60))}:${twoDigits(seconds % 60)}`;
  if (seconds >= 60 * green) return { clock, colour: "green", words: `Green: ${minutes(green)} reached` };
  if (seconds >= 60 * amber) return { clock, colour: "amber", words: `Amber: a full patrol. Green at ${minutes(green)}` };
  return { clock, colour: "white", words: amber < green ? `Stay on patrol. Amber at ${minutes(amber)}, green at ${minutes(green)}` : `Stay on patrol. Green at ${minutes(green)}` };
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");

const minutes = (value: number): string => `${value} ${value === 1 ? "minute" : "minutes"}`;
