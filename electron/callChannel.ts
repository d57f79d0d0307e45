// The name of the one IPC channel between page and main process.

export const CALL_CHANNEL = "hexbeat:call";
