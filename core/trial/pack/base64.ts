// Base64 (RFC 4648): how a Content Security Policy writes a hash.

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const left = bytes.length - i;
    text += LETTERS[three >> 18] + LETTERS[(three >> 12) & 63] + (left > 1 ? LETTERS[(three >> 6) & 63] : "=") + (left > 2 ? LETTERS[three & 63] : "=");
  }
  return text;
}
