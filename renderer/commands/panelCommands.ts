// Panels come to the front, and come back when they were closed.

import { PANELS } from "../frame/panels.ts";
import { resetLayout, showPanel } from "../frame/dockHandle.ts";
import type { Command } from "./command.ts";

export const panelCommands: readonly Command[] = [
  ...PANELS.map(
    ({ id, title }, i): Command => ({
      id: `view.panel-${id}`,
      title: `${title} panel`,
      menu: "View",
      section: 2,
      // There are nine digits for the first nine panels.
      keys: i < 9 ? [`Ctrl+${i + 1}`] : [],
      run: () => showPanel(id),
    }),
  ),
  { id: "view.reset-layout", title: "Reset the layout", menu: "View", section: 2, run: resetLayout },
];
