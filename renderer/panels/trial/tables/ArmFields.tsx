// The numbers of one arm, side by side under its name.

import type { ReactNode } from "react";

export function ArmFields({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="arm-fields" role="group" aria-label={name}>
      <strong>{name}</strong>
      <div className="stacked">{children}</div>
    </div>
  );
}
