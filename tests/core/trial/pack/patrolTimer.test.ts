// The patrol's timer at its thresholds.

import { expect, test } from "vitest";
import { timerFace } from "../../../../core/trial/pack/patrolTimer.ts";

const at = (clock: string, amber = 13, green = 15) => {
  const [minutes, seconds] = clock.split(":").map(Number);
  return timerFace(1000 * (60 * minutes + seconds) + 999, amber, green);
};

test.each([
  ["00:00", "white"], ["12:59", "white"], ["13:00", "amber"], ["14:59", "amber"], ["15:00", "green"], ["61:05", "green"],
] as const)("at %s it is %s, and shows the whole seconds that are over", (clock, colour) => {
  expect(at(clock)).toMatchObject({ clock, colour });
});

test("each colour is told in words with what is still to go", () => {
  expect(at("05:00").words).toBe("Stay on patrol. Amber at 13 minutes, green at 15 minutes");
  expect(at("13:00").words).toBe("Amber: a full patrol. Green at 15 minutes");
  expect(at("15:00").words).toBe("Green: 15 minutes reached");
});

test("both thresholds are the protocol's own; where they are equal there is no amber", () => {
  expect(at("07:30", 7.5, 10).colour).toBe("amber");
  expect(at("09:59", 10, 10)).toMatchObject({ colour: "white", words: "Stay on patrol. Green at 10 minutes" });
  expect(at("10:00", 10, 10).colour).toBe("green");
});

test("a clock that was put back shows no time below 0", () => expect(timerFace(-5000, 13, 15)).toMatchObject({ clock: "00:00", colour: "white" }));
