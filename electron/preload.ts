// The only thing the page gets from Electron: one function, on an object nobody can change.

import { contextBridge, ipcRenderer } from "electron";
import { CALL_CHANNEL } from "./callChannel.ts";

contextBridge.exposeInMainWorld(
  "hexbeat",
  Object.freeze({ call: (method: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(CALL_CHANNEL, method, input) }),
);
