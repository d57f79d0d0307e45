// A port of Node's worker threads in the shape of a browser's, as Comlink wants it.

import type { MessagePort, Worker } from "node:worker_threads";
import type { Endpoint } from "comlink";

type Listener = Parameters<Endpoint["addEventListener"]>[1];

/** Messages and the one event that says that a thread has died; Comlink's own adapter comes without types and without that event. */
export function threadEndpoint(port: Worker | MessagePort): Endpoint {
  const heard = new Map<Listener, (data: unknown) => void>();
  return {
    postMessage: (message, transfer) => port.postMessage(message, transfer as readonly ArrayBuffer[]),
    addEventListener(type, listener, options) {
      const tell = typeof listener === "function" ? listener : listener.handleEvent.bind(listener);
      const hear = (what: unknown): void => tell((type === "message" ? { data: what } : what) as MessageEvent & Event);
      heard.set(listener, hear);
      port.on(type, hear);
      const { signal } = (options ?? {}) as { readonly signal?: AbortSignal };
      signal?.addEventListener("abort", () => this.removeEventListener(type, listener), { once: true });
    },
    removeEventListener(type, listener) {
      const hear = heard.get(listener);
      if (!hear) return;
      port.off(type, hear);
      heard.delete(listener);
    },
  };
}
