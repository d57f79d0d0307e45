// Rows that are equal in every one of several columns get one number: distinct places, repeated records.

type Column = Float64Array | Uint32Array | Uint16Array | Uint8Array;

export interface DistinctRows {
  /** For each row the number of its group, 0, 1, … in order of first appearance. */
  readonly group: Uint32Array;
  /** For each group its first row, and how many rows it has. */
  readonly first: Uint32Array;
  readonly size: Uint32Array;
}

/**
 * Exact: rows are compared by value, the hash only says where to look (open addressing, at most two thirds full).
 * -0 and 0 count as equal; the columns hold no NaN.
 */
export function distinctRows(columns: readonly Column[], length: number): DistinctRows {
  const hash = rowHashes(columns, length);
  let capacity = 16;
  while (capacity < 1.5 * length) capacity *= 2;
  const mask = capacity - 1;
  // Group + 1 and hash side by side, so that a question costs one look into memory far away.
  const slots = new Uint32Array(2 * capacity);
  const group = new Uint32Array(length);
  const first = new Uint32Array(length);
  const size = new Uint32Array(length);
  let groups = 0;
  for (let row = 0; row < length; row++) {
    const wanted = hash[row];
    let slot = wanted & mask;
    for (;;) {
      const found = slots[2 * slot];
      if (found === 0) {
        slots[2 * slot] = groups + 1;
        slots[2 * slot + 1] = wanted;
        first[groups] = row;
        group[row] = groups;
        size[groups++] = 1;
        break;
      }
      if (slots[2 * slot + 1] === wanted && equalRows(columns, first[found - 1], row)) {
        group[row] = found - 1;
        size[found - 1]++;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return { group, first: first.slice(0, groups), size: size.slice(0, groups) };
}

function equalRows(columns: readonly Column[], a: number, b: number): boolean {
  for (let c = 0; c < columns.length; c++) if (columns[c][a] !== columns[c][b]) return false;
  return true;
}

function rowHashes(columns: readonly Column[], length: number): Uint32Array {
  const hash = new Uint32Array(length).fill(0x9e3779b9);
  const number = new Float64Array(1);
  const words = new Uint32Array(number.buffer);
  for (const column of columns) {
    if (column instanceof Float64Array) {
      for (let row = 0; row < length; row++) {
        number[0] = column[row] + 0;
        hash[row] = mix(mix(hash[row], words[0]), words[1]);
      }
    } else {
      for (let row = 0; row < length; row++) hash[row] = mix(hash[row], column[row]);
    }
  }
  return hash;
}

/** The finaliser of MurmurHash3 (Appleby), which spreads every bit. */
function mix(seed: number, word: number): number {
  let h = Math.imul(seed ^ word, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
