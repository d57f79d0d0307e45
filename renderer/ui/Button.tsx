// A button with a tooltip from one source: label, shortcut, hint.

import { Button as AriaButton, ToggleButton, TooltipTrigger, type ButtonProps } from "react-aria-components";
import type { ReactNode } from "react";
import { Tip } from "./Tip.tsx";

interface Props extends Omit<ButtonProps, "className" | "children"> {
  readonly children: ReactNode;
  readonly look?: "primary" | "quiet";
  readonly tip?: string;
}

export function Button({ children, look, tip, ...props }: Props) {
  const button = (
    <AriaButton {...props} className={`button ${look ?? ""}`}>
      {children}
    </AriaButton>
  );
  return tip ? <Tip text={tip}>{button}</Tip> : button;
}

interface IconButtonProps extends Omit<ButtonProps, "className" | "children"> {
  readonly icon: ReactNode;
  readonly label: string;
  readonly keys?: string;
  readonly hint?: string;
  /** Given: the button stays pressed while true. */
  readonly pressed?: boolean;
}

/** A square button; its label is the tooltip and what screen readers say. */
export function IconButton({ icon, label, keys, hint, pressed, onPress, ...props }: IconButtonProps) {
  const shared = { "aria-label": label, className: "button quiet icon", onPress };
  return (
    <TooltipTrigger delay={500}>
      {pressed === undefined ? (
        <AriaButton {...props} {...shared}>{icon}</AriaButton>
      ) : (
        <ToggleButton isDisabled={props.isDisabled} isSelected={pressed} {...shared}>{icon}</ToggleButton>
      )}
      <Tip.Text text={hint ? `${label}. ${hint}` : label} keys={keys} />
    </TooltipTrigger>
  );
}
