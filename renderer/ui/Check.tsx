// A tick box.

import { IconCheck, IconMinus } from "@tabler/icons-react";
import { Checkbox } from "react-aria-components";
import type { ReactNode } from "react";

interface Props {
  readonly isSelected: boolean;
  readonly isIndeterminate?: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly children?: ReactNode;
  readonly label?: string;
  readonly isDisabled?: boolean;
}

export function Check({ isSelected, isIndeterminate, onChange, children, label, isDisabled }: Props) {
  return (
    <Checkbox
      className="check"
      isSelected={isSelected}
      isIndeterminate={isIndeterminate}
      onChange={onChange}
      aria-label={label}
      isDisabled={isDisabled}
    >
      <span className="box">{isIndeterminate ? <IconMinus size={10} stroke={3} /> : <IconCheck size={10} stroke={3} />}</span>
      {children}
    </Checkbox>
  );
}
