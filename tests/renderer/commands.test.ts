// The command registry: one list behind menu, toolbar, keys and palette.

import { describe, expect, test, vi } from "vitest";

vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined }));
const { commands } = await import("../../renderer/commands/commands.ts");
const { clashes, keysOf } = await import("../../renderer/commands/shortcuts.ts");
const { matchScore } = await import("../../renderer/commands/matchScore.ts");
const { titleOf } = await import("../../renderer/commands/command.ts");
const { useStore } = await import("../../renderer/store.ts");

describe("the command registry", () => {
  test("no two commands claim the same keys", () => {
    expect(clashes()).toEqual([]);
  });

  test("every id is there once, and every toolbar command has an icon", () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    expect(commands.filter(({ toolbar, icon }) => toolbar && !icon)).toEqual([]);
  });

  test("with no project every command has a title, and none that needs one can run", () => {
    const state = useStore.getState();
    for (const command of commands) expect(titleOf(command, state)).not.toBe("");
    const blocked = commands.filter((command) => command.unavailable?.(state));
    expect(blocked.map(({ id }) => id)).toEqual(expect.arrayContaining(["file.export", "tool.hexagon", "edit.undo", "analysis.density"]));
  });
});

describe("keysOf", () => {
  const event = (key: string, held: Partial<KeyboardEvent> = {}): KeyboardEvent =>
    ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }) as KeyboardEvent;

  test("writes letters by what is typed, whatever the keyboard's layout", () => {
    expect(keysOf(event("z", { ctrlKey: true }))).toBe("Ctrl+Z");
    expect(keysOf(event("Z", { ctrlKey: true, shiftKey: true }))).toBe("Ctrl+Shift+Z");
    expect(keysOf(event("z", { metaKey: true }))).toBe("Ctrl+Z");
  });

  test("leaves Shift out of signs, which need it on one keyboard and not on another", () => {
    expect(keysOf(event("?", { shiftKey: true }))).toBe("?");
    expect(keysOf(event("ArrowUp", { shiftKey: true }))).toBe("Shift+ArrowUp");
  });
});

describe("matchScore", () => {
  test("puts a title that begins with the query before one that only holds its letters", () => {
    const order = ["Kernel density", "Search commands", "Keep hidden sets"].sort((a, b) => matchScore("ke", b) - matchScore("ke", a));
    expect(order[2]).toBe("Search commands");
    expect(matchScore("kd", "Kernel density")).toBeGreaterThan(0);
    expect(matchScore("xyz", "Kernel density")).toBe(0);
  });

  test("finds words in any order", () => {
    expect(matchScore("density ker", "Kernel density")).toBe(80);
  });
});
