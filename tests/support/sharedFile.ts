// A file of the shared data as the workbench gets it: something that can be sliced.

import { openAsBlob } from "node:fs";
import { sharedPath } from "./shared.ts";

export const sharedFile = (file: string): Promise<Blob> => openAsBlob(sharedPath("data", file));
