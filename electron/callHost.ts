// One call of the host, as either transport makes it: the name and the input are checked, a failure becomes data.

import { InputError } from "../core/errors.ts";
import { HOST_METHODS, type Host, type HostMethod, type HostReply } from "../core/host.ts";
import { checkHostInput } from "../core/hostInputs.ts";

/** Never throws. What the user can mend comes with `input: true`; of anything else only the log hears the details. */
export async function callHost(
  host: Host,
  method: string,
  input: unknown,
  log: (line: string) => void = console.error,
): Promise<HostReply<unknown>> {
  if (!Object.hasOwn(HOST_METHODS, method)) return { ok: false, input: false, message: "The host has no such method." };
  const name = method as HostMethod;
  try {
    const run = host[name] as (input: unknown) => Promise<unknown>;
    return { ok: true, value: await run(checkHostInput(name, input)) };
  } catch (error) {
    if (error instanceof InputError) return { ok: false, input: true, message: error.message };
    log(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return {
      ok: false,
      input: false,
      message: `Hexbeat could not do this (${name}). Your saved work is safe. Try again; if it happens again, the log has the details.`,
    };
  }
}
