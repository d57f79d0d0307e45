// Closing a project ends what was under way in it.

import { beforeEach, expect, test } from "vitest";
import { isAbort } from "../../../renderer/actions/messages.ts";
import { closeProject } from "../../../renderer/actions/project.ts";
import { withProgress } from "../../../renderer/actions/runJob.ts";
import { EMPTY_PROJECT, useStore } from "../../../renderer/store.ts";

beforeEach(() => useStore.setState({ ...EMPTY_PROJECT, host: null, jobs: [] }));

test("a job under way is cancelled with its project, so that its result cannot turn up in the next one; a save is not", async () => {
  const aborted = (signal: AbortSignal): Promise<never> =>
    new Promise((_, fail) => signal.addEventListener("abort", () => fail(signal.reason as Error)));
  const search = withProgress("A search", ({ signal }) => aborted(signal)).catch(isAbort);
  const saving = withProgress("A save", ({ signal }) => Promise.resolve(signal), false);
  await closeProject();
  expect(await search).toBe(true);
  expect((await saving).aborted).toBe(false);
});
