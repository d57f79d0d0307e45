// A tooltip: the name, the shortcut, or the formula behind a number.

import { Focusable, Tooltip, TooltipTrigger } from "react-aria-components";
import type { ReactElement } from "react";

export function Tip({ text, children }: { readonly text: string; readonly children: ReactElement }) {
  return (
    <TooltipTrigger delay={500}>
      {children}
      <TipText text={text} />
    </TooltipTrigger>
  );
}

function TipText({ text, keys }: { readonly text: string; readonly keys?: string }) {
  return (
    <Tooltip className="tooltip" offset={6}>
      {text}
      {keys && <span className="keys">{keys}</span>}
    </Tooltip>
  );
}

Tip.Text = TipText;

/** Text that explains itself on hover and focus: a number's unit and formula. */
export function Explained({ text, children }: { readonly text: string; readonly children: string }) {
  return (
    <TooltipTrigger delay={300}>
      <Focusable>
        <button type="button" className="explained">{children}</button>
      </Focusable>
      <TipText text={text} />
    </TooltipTrigger>
  );
}
