// What was found with a request, as the project keeps it: the parameters are the stored request's own.

import type { AllocationRequest } from "./shownAllocation.ts";

export type WithoutParams<Shown extends { readonly request: AllocationRequest }> = Omit<Shown, "request"> & { readonly request: Omit<AllocationRequest, "params"> };

export function withoutParams<Shown extends { readonly request: AllocationRequest }>({ request: { params: _params, ...request }, ...shown }: Shown): WithoutParams<Shown> {
  return { ...shown, request };
}

export const withParams = <Stored extends { readonly request: Omit<AllocationRequest, "params"> }>(stored: Stored, params: AllocationRequest["params"]): Omit<Stored, "request"> & { readonly request: AllocationRequest } => ({
  ...stored,
  request: { ...stored.request, params },
});
