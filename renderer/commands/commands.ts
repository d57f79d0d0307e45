// The registry: every command of the workbench.

import { analysisCommands } from "./analysisCommands.ts";
import type { Command } from "./command.ts";
import { designCommands } from "./designCommands.ts";
import { editCommands } from "./editCommands.ts";
import { fileCommands } from "./fileCommands.ts";
import { helpCommands } from "./helpCommands.ts";
import { toolCommands } from "./toolCommands.ts";
import { trialCommands } from "./trialCommands.ts";
import { viewCommands } from "./viewCommands.ts";

export const commands: readonly Command[] = [
  ...fileCommands,
  ...editCommands,
  ...viewCommands,
  ...toolCommands,
  ...designCommands,
  ...analysisCommands,
  ...trialCommands,
  ...helpCommands,
];
