// The system's menu: only what macOS expects of every application; Hexbeat's own menus are in the page.

import type { MenuItemConstructorOptions } from "electron";

/** null: no system menu at all, as on Windows and Linux. */
export function applicationMenu(platform: NodeJS.Platform): MenuItemConstructorOptions[] | null {
  if (platform !== "darwin") return null;
  return [{ role: "appMenu" }, { role: "editMenu" }, { role: "windowMenu" }];
}
