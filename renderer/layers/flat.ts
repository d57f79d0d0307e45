// How every layer meets what is below it: all lie in one plane, and order alone decides what is on top.

export const FLAT = { depthCompare: "always", depthWriteEnabled: false } as const;
