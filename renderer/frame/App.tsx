// The window.

import { useEffect } from "react";
import { listenForShortcuts } from "../commands/shortcuts.ts";
import { Dialogs } from "../panels/Dialogs.tsx";
import { Dock } from "./Dock.tsx";
import { DropTarget } from "./DropTarget.tsx";
import { MenuBar } from "./MenuBar.tsx";
import { Messages } from "./Messages.tsx";
import { Palette } from "./Palette.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { Toolbar } from "./Toolbar.tsx";
import { followTheme } from "./followTheme.ts";

export function App() {
  useEffect(listenForShortcuts, []);
  useEffect(followTheme, []);
  return (
    <div className="app">
      <MenuBar />
      <Toolbar />
      <Messages />
      <Dock />
      <StatusBar />
      <Palette />
      <Dialogs />
      <DropTarget />
    </div>
  );
}
