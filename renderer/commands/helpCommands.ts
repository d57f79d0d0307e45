// Help.

import { IconKeyboard } from "@tabler/icons-react";
import { useStore } from "../store.ts";
import type { Command } from "./command.ts";

export const helpCommands: readonly Command[] = [
  {
    id: "help.shortcuts",
    title: "Keyboard shortcuts",
    menu: "Help",
    icon: IconKeyboard,
    keys: ["?", "F1"],
    run: () => useStore.setState({ dialog: "shortcuts" }),
  },
  { id: "help.about", title: "About Hexbeat", menu: "Help", run: () => useStore.setState({ dialog: "about" }) },
];
