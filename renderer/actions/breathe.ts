// Ends the main thread's task here, so that input and drawing get their turn before the next piece of work.

export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
