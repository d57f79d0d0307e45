// A host over a folder of its own, called the way the transports call it: input checked, failures as data.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "../../core/errors.ts";
import { HOST_METHODS, type Host } from "../../core/host.ts";
import { callHost } from "../../electron/callHost.ts";
import { createHost, type HostOptions, type LocalHost } from "../../electron/host.ts";

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "hexbeat-test-"));

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

export const localHost = (projectsFolder: string, options: Partial<HostOptions> = {}): LocalHost =>
  createHost({ projectsFolder, appVersion: "0.1.0", shell: "web", saveFile: () => Promise.resolve("download"), ...options });

/** The same host through callHost, with its replies turned back into values and errors. */
export function checkedHost(host: Host): Host {
  const methods = Object.keys(HOST_METHODS).map((method) => [
    method,
    async (input: unknown): Promise<unknown> => {
      const reply = await callHost(host, method, input);
      if (reply.ok) return reply.value;
      throw reply.input ? new InputError(reply.message) : new Error(reply.message);
    },
  ]);
  return Object.fromEntries(methods) as unknown as Host;
}
