// Saves bytes under a name: the host writes the file, or the browser downloads it.

import { useStore } from "../store.ts";
import { say } from "./messages.ts";
import { theHost } from "./theHost.ts";

export async function saveFile(name: string, bytes: Uint8Array): Promise<void> {
  const { project } = useStore.getState();
  const answer = await theHost().saveFile({ name, bytes, id: project?.id });
  if (answer === "cancelled") return;
  if (answer === "download") download(name, bytes);
  say("info", `Exported ${name}.`);
}

function download(name: string, bytes: Uint8Array): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/octet-stream" }));
  link.download = name;
  link.click();
  // The browser reads the blob after the click; a minute is more than enough.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
