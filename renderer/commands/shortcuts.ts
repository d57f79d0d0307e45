// Keys → command, from the registry; and how keys are written on this machine.

import { commands } from "./commands.ts";
import { perform } from "./perform.ts";

const isMac = /Mac/.test(navigator.platform);

const MAC_SIGNS: Readonly<Record<string, string>> = { Ctrl: "⌘", Shift: "⇧", Alt: "⌥" };
const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", Delete: "Del", Escape: "Esc",
};

export const shownKeys = (keys: string): string =>
  keys
    .split("+")
    .map((key) => SIGNS[key] ?? (isMac ? (MAC_SIGNS[key] ?? key) : key))
    .join(isMac ? "" : "+");

/** "Ctrl+Shift+Z" for a key event; letters by the character typed, so that every keyboard layout works. */
export function keysOf(event: KeyboardEvent): string {
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push("Ctrl");
  if (event.altKey) parts.push("Alt");
  const letter = /^[a-z]$/i.test(event.key);
  // Shift is part of the character for signs such as "?" and "+", but not for letters and named keys.
  if (event.shiftKey && (letter || event.key.length > 1)) parts.push("Shift");
  parts.push(letter ? event.key.toUpperCase() : event.key);
  return parts.join("+");
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/** Which commands two or more of which claim the same keys; a test keeps this empty. */
export function clashes(): string[] {
  const owners = new Map<string, string[]>();
  for (const command of commands) {
    for (const keys of command.keys ?? []) owners.set(keys, [...(owners.get(keys) ?? []), command.id]);
  }
  return [...owners].filter(([, ids]) => ids.length > 1).map(([keys, ids]) => `${keys}: ${ids.join(", ")}`);
}

export function listenForShortcuts(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const keys = keysOf(event);
    const plain = !keys.includes("Ctrl");
    // While typing, or inside a menu, list or dialog, only Ctrl combinations reach the commands.
    if (plain && isTyping(event.target)) return;
    if (plain && event.target instanceof HTMLElement && event.target.closest("[role=menu],[role=listbox],[role=dialog],[role=treegrid],[role=grid]")) return;
    const command = commands.find((candidate) => candidate.keys?.includes(keys));
    if (!command) return;
    if (isTyping(event.target) && ["Ctrl+Z", "Ctrl+A", "Ctrl+Y", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Shift+Z"].includes(keys)) return;
    event.preventDefault();
    perform(command);
  };
  window.addEventListener("keydown", onKey);
  return () => window.removeEventListener("keydown", onKey);
}
