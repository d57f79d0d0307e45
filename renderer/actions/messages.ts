// Messages to the person: what happened, whether the work is safe, what to do next.

import { InputError } from "../../core/errors.ts";
import { useStore, type Message } from "../store.ts";

let next = 1;

export function say(kind: Message["kind"], text: string, action?: Message["action"]): void {
  const message: Message = { id: next++, kind, text, action };
  useStore.setState((state) => ({ messages: [...state.messages.slice(-3), message] }));
  if (kind === "info") setTimeout(() => dismiss(message.id), 6000);
}

export function dismiss(id: number): void {
  useStore.setState((state) => ({ messages: state.messages.filter((message) => message.id !== id) }));
}

/** Runs an action; a failure becomes a message, an InputError in its own words, a bug with the way to report it. */
export async function attempt(what: string, action: () => void | Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (isAbort(error)) {
      say("info", `${what} was cancelled. Nothing was changed.`);
    } else if (error instanceof InputError) {
      say("error", error.message);
    } else {
      console.error(error);
      say("error", `${what} failed: ${error instanceof Error ? error.message : String(error)}. Your saved work is safe.`);
    }
  }
}

export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";
