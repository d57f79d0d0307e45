// Changes what is chosen on the pages of hotspot design.

import type { DesignDraft } from "../designDraft.ts";
import { useStore } from "../store.ts";

export function changeDesign<Part extends keyof DesignDraft>(part: Part, patch: Partial<DesignDraft[Part]>): void {
  useStore.setState(({ designDraft }) => ({ designDraft: { ...designDraft, [part]: { ...designDraft[part], ...patch } } }));
}
