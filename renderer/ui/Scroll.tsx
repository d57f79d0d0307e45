// What scrolls within a panel: reachable by the keyboard, which then scrolls it.

import type { ReactNode } from "react";

export function Scroll({ name, tall = false, children }: { readonly name: string; readonly tall?: boolean; readonly children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- WCAG 2.1.1: without it the arrow keys could not scroll
    <div className={tall ? "scroll tall" : "scroll"} tabIndex={0} role="region" aria-label={name}>
      {children}
    </div>
  );
}
