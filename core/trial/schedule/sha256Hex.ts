// SHA-256 of a text in UTF-8, hexadecimal.

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

export const sha256Hex = (text: string): string => bytesToHex(sha256(new TextEncoder().encode(text)));
