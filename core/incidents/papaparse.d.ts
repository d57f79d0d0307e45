// The part of papaparse that Hexbeat uses: its tokeniser, called on one piece of text at a time.
// (@types/papaparse names Node and DOM types, which core must not see.)

declare module "papaparse" {
  export interface ParserConfig {
    readonly delimiter?: string;
    readonly newline?: "\n";
    readonly preview?: number;
    /** true: quotes are ordinary characters; false: always look for quotes; absent: look whether there are any. */
    readonly fastMode?: boolean;
    readonly header?: false;
    readonly delimitersToGuess?: readonly string[];
  }

  export interface ParseResult {
    readonly data: string[][];
    readonly errors: readonly { readonly type: string; readonly code: string; readonly row?: number }[];
    readonly meta: {
      readonly delimiter: string;
      /** Characters used up: up to the end of the last complete row. */
      readonly cursor: number;
      readonly truncated: boolean;
    };
  }

  interface Papa {
    parse(text: string, config: ParserConfig): ParseResult;
    readonly Parser: new (config: ParserConfig) => {
      parse(text: string, baseIndex: number, ignoreLastRow: boolean): ParseResult;
    };
  }

  const Papa: Papa;
  export default Papa;
}
