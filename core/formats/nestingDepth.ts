// How deep brackets are nested in JSON text, found without parsing: a hostile file must not exhaust the stack.

/** Brackets inside strings do not count. */
export function nestingDepth(json: string): number {
  let depth = 0, deepest = 0, inString = false;
  for (let i = 0; i < json.length; i++) {
    const c = json.charCodeAt(i);
    if (inString) {
      if (c === 92) i++; // A backslash takes the next character with it.
      else if (c === 34) inString = false;
    } else if (c === 34) inString = true;
    else if (c === 91 || c === 123) deepest = Math.max(deepest, ++depth);
    else if (c === 93 || c === 125) depth--;
  }
  return deepest;
}
