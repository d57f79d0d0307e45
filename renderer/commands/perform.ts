// Runs a command, from wherever it was asked for: menu, toolbar, key or palette.

import { attempt, say } from "../actions/messages.ts";
import { useStore } from "../store.ts";
import { titleOf, type Command } from "./command.ts";

export function perform(command: Command): void {
  const state = useStore.getState();
  const title = titleOf(command, state);
  const blocked = command.unavailable?.(state) ?? null;
  if (blocked) return say("info", `${title}: ${blocked}`);
  void attempt(title, () => command.run());
}
