// Results as JSON: typed arrays as arrays, a number that JSON cannot write as null.

/** @param forPeople - indented where people look, in one line for programs */
export const toJson = (value: unknown, forPeople = false): string =>
  JSON.stringify(value, (_key, item: unknown) => (ArrayBuffer.isView(item) ? Array.from(item as Float64Array) : item), forPeople ? 2 : 0) ?? "null";
