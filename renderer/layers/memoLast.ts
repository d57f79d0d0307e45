// Remembers the last answer of a pure function: the same layer object tells deck.gl that nothing changed.

const all = new Set<() => void>();

export function memoLast<Args extends readonly unknown[], Result>(make: (...args: Args) => Result): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | null = null;
  all.add(() => {
    last = null;
  });
  return (...args) => {
    if (!last || last.args.length !== args.length || !last.args.every((arg, i) => Object.is(arg, args[i]))) {
      last = { args, result: make(...args) };
    }
    return last.result;
  };
}

/** A layer belongs to the map that drew it first: a new map needs new ones. */
export function forgetLayers(): void {
  for (const forget of all) forget();
}
