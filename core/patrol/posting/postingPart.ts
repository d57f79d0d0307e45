// What all allocation jobs take, out of the parameters of one of them.

import { postingParams, type PostingParams } from "./postingParams.ts";

export const postingPart = (params: PostingParams): PostingParams =>
  Object.fromEntries(Object.entries(params).filter(([name, value]) => name in postingParams && value !== undefined)) as unknown as PostingParams;
