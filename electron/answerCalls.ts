// The one IPC channel: a call of the host's contract, taken only from the main frame of our own page.

import type { IpcMain, IpcMainInvokeEvent } from "electron";
import type { HostReply } from "../core/host.ts";
import { isAppUrl } from "./appProtocol.ts";
import { CALL_CHANNEL } from "./callChannel.ts";

export function answerCalls(ipcMain: IpcMain, call: (method: string, input: unknown) => Promise<HostReply<unknown>>): void {
  ipcMain.handle(CALL_CHANNEL, async (event, method: unknown, input: unknown): Promise<HostReply<unknown>> => {
    if (!isOurPage(event) || typeof method !== "string") return { ok: false, input: false, message: "The host does not answer this page." };
    return call(method, input);
  });
}

/** A frame that has gone is null; a frame inside the page is not the main one. */
function isOurPage({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isAppUrl(senderFrame.url);
}
