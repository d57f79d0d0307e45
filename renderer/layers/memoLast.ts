// Remembers the last answer of a pure function: the same layer object tells deck.gl that nothing changed.

export function memoLast<Args extends readonly unknown[], Result>(make: (...args: Args) => Result): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | null = null;
  return (...args) => {
    if (!last || last.args.length !== args.length || !last.args.every((arg, i) => Object.is(arg, args[i]))) {
      last = { args, result: make(...args) };
    }
    return last.result;
  };
}
