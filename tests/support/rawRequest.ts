// One HTTP request, byte by byte as written: what an attacker sends, and no browser or library would.

import { connect } from "node:net";

export interface RawAnswer {
  /** 0 where the connection ended without an answer. */
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Sends `text` to 127.0.0.1:`port` and reads until the other end closes, or for `patience` ms. */
export function rawRequest(port: number, text: string | Uint8Array, patience = 3000): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: "127.0.0.1", port });
    const finish = (): void => {
      clearTimeout(timer);
      socket.destroy();
      const all = Buffer.concat(chunks).toString("latin1");
      const [head = "", ...rest] = all.split("\r\n\r\n");
      resolve({ status: Number.parseInt(/^HTTP\/1\.1 (\d{3})/.exec(all)?.[1] ?? "0", 10), head, body: rest.join("\r\n\r\n") });
    };
    const timer = setTimeout(finish, patience);
    socket.on("connect", () => socket.write(text));
    socket.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      const seen = Buffer.concat(chunks).toString("latin1");
      const end = seen.indexOf("\r\n\r\n");
      const length = Number.parseInt(/\r\nContent-Length: (\d+)/i.exec(seen)?.[1] ?? "-1", 10);
      if (end >= 0 && length >= 0 && Buffer.concat(chunks).length >= end + 4 + length) finish();
    });
    socket.on("error", finish);
    socket.on("close", finish);
  });
}
