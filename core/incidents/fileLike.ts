// What core needs of a file: a browser's File and Node's fs.openAsBlob both fit.

export interface FileLike {
  readonly size: number;
  slice(start: number, end: number): FileLike;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export async function readSlice(file: FileLike, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(start, Math.min(end, file.size)).arrayBuffer());
}

export const isFileLike = (value: unknown): value is FileLike =>
  typeof value === "object" && value !== null && "size" in value && "slice" in value && "arrayBuffer" in value;
