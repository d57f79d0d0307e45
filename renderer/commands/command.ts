// One command registry feeds menu, toolbar, shortcuts, tooltips and palette.

import type { TablerIcon } from "@tabler/icons-react";
import type { State } from "../store.ts";

export type MenuName = "File" | "Edit" | "View" | "Tools" | "Design" | "Analysis" | "Trial" | "Help";

export interface Command {
  /** "edit.undo": stable, for tests and logs. */
  readonly id: string;
  readonly title: string | ((state: State) => string);
  /** One line for the tooltip and the palette. */
  readonly hint?: string;
  readonly menu: MenuName;
  /** Commands of one section stand together in the menu, with a line between sections. */
  readonly section?: number;
  readonly icon?: TablerIcon;
  /** "Ctrl+Z", "Shift+ArrowUp", "V"; the first is the one that is shown. Ctrl means Cmd on a Mac. */
  readonly keys?: readonly string[];
  /** Why it cannot run now ("Select a hotspot first"), or null. */
  readonly unavailable?: (state: State) => string | null;
  /** For switches: a tick in the menu, a pressed button in the toolbar. */
  readonly checked?: (state: State) => boolean;
  /** Where on the toolbar: the group's name. Not given: not on the toolbar. */
  readonly toolbar?: string;
  readonly run: () => void | Promise<void>;
}

export const titleOf = (command: Command, state: State): string =>
  typeof command.title === "string" ? command.title : command.title(state);
