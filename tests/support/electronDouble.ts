// A stand-in for the `electron` module that records what it is told, in order, so that main.ts runs under Node.

import { EventEmitter } from "node:events";

export interface Recorded {
  readonly name: string;
  readonly args: readonly unknown[];
}

export interface WindowDouble extends EventEmitter {
  readonly options: { readonly show: boolean; readonly webPreferences: Readonly<Record<string, unknown>> };
  readonly webContents: ContentsDouble;
}

export class ContentsDouble extends EventEmitter {
  readonly mainFrame = { url: "app://bundle/" };
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  reloads = 0;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  reload(): void {
    this.reloads += 1;
  }
}

type Handler = (...args: never[]) => unknown;

/** What a test looks at and fires; as narrow as that, so that its type can be written down. */
interface Emitter {
  emit(name: string, ...args: unknown[]): boolean;
}

export interface ElectronDouble {
  /** What `import … from "electron"` is given. */
  readonly module: Readonly<Record<string, unknown>>;
  readonly app: Emitter;
  readonly pages: Emitter;
  readonly calls: readonly Recorded[];
  readonly windows: readonly WindowDouble[];
  readonly saveDialog: { answer: { canceled: boolean; filePath: string } };
  handler<T extends Handler>(name: string): T;
  becomeReady(): Promise<void>;
}

/** `lock`: whether this is the first instance. */
export function electronDouble(lock = true, packaged = false): ElectronDouble {
  const calls: Recorded[] = [];
  const record = (name: string) => (...args: unknown[]): void => void calls.push({ name, args });
  const handlers: Record<string, Handler> = {};
  const keep = (name: string) => (handler: Handler): void => {
    calls.push({ name, args: [handler] });
    handlers[name] = handler;
  };
  const windows: WindowDouble[] = [];
  let ready: () => void = () => {};

  const app = Object.assign(new EventEmitter(), {
    isPackaged: packaged,
    commandLine: { appendSwitch: record("app.commandLine.appendSwitch") },
    enableSandbox: record("app.enableSandbox"),
    requestSingleInstanceLock: () => (calls.push({ name: "app.requestSingleInstanceLock", args: [] }), lock),
    whenReady: () => new Promise<void>((resolve) => (ready = () => (calls.push({ name: "ready", args: [] }), resolve()))),
    getVersion: () => "1.2.3",
    quit: record("app.quit"),
  });

  const pages = Object.assign(new EventEmitter(), {
    protocol: {
      handle: (scheme: string, handler: Handler): void => {
        calls.push({ name: "session.protocol.handle", args: [scheme] });
        handlers["protocol"] = handler;
      },
    },
    webRequest: { onBeforeRequest: keep("onBeforeRequest") },
    setPermissionRequestHandler: keep("setPermissionRequestHandler"),
    setPermissionCheckHandler: keep("setPermissionCheckHandler"),
    setDevicePermissionHandler: keep("setDevicePermissionHandler"),
    setDisplayMediaRequestHandler: keep("setDisplayMediaRequestHandler"),
  });

  class BrowserWindow extends EventEmitter {
    readonly webContents = new ContentsDouble();
    readonly options: WindowDouble["options"];
    constructor(options: WindowDouble["options"]) {
      super();
      this.options = options;
      calls.push({ name: "new BrowserWindow", args: [options] });
      windows.push(this);
      app.emit("web-contents-created", {}, this.webContents);
    }
    show = record("window.show");
    focus = record("window.focus");
    restore = record("window.restore");
    isMinimized = (): boolean => true;
    loadURL = async (url: string): Promise<void> => void calls.push({ name: "window.loadURL", args: [url] });
  }

  const saveDialog = { answer: { canceled: true, filePath: "" } };
  return {
    module: {
      app,
      BrowserWindow,
      dialog: { showSaveDialog: async () => saveDialog.answer },
      ipcMain: {
        handle: (channel: string, handler: Handler): void => {
          calls.push({ name: "ipcMain.handle", args: [channel] });
          handlers[`ipc ${channel}`] = handler;
        },
      },
      Menu: { setApplicationMenu: record("Menu.setApplicationMenu"), buildFromTemplate: (template: unknown) => template },
      protocol: { registerSchemesAsPrivileged: record("protocol.registerSchemesAsPrivileged") },
      session: { fromPartition: (partition: string) => (calls.push({ name: "session.fromPartition", args: [partition] }), pages) },
    },
    app,
    pages,
    calls,
    windows,
    saveDialog,
    handler: <T extends Handler>(name: string): T => handlers[name] as T,
    becomeReady: async (): Promise<void> => {
      ready();
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
  };
}
