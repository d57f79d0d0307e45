// A column of numbers of unknown length: typed from the start, because files of positions run to millions of rows.

export interface GrowingColumn {
  readonly length: number;
  push(value: number): void;
  finish(): Float64Array<ArrayBuffer>;
}

export function growingColumn(): GrowingColumn {
  let values = new Float64Array(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const wider = new Float64Array(2 * length);
        wider.set(values);
        values = wider;
      }
      values[length++] = value;
    },
    finish: () => values.slice(0, length),
  };
}
