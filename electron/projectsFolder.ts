// Where projects lie unless a folder is named: this computer's own place for an application's data.

import { homedir } from "node:os";
import { join } from "node:path";

/** Not "Documents": many organisations copy that to a cloud, and these files hold people's names and places. */
export function defaultProjectsFolder(): string {
  const { LOCALAPPDATA, XDG_DATA_HOME } = process.env;
  if (process.platform === "win32") return join(LOCALAPPDATA ?? join(homedir(), "AppData", "Local"), "Hexbeat");
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support", "Hexbeat");
  return join(XDG_DATA_HOME ?? join(homedir(), ".local", "share"), "Hexbeat");
}
