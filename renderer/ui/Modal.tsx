// A dialog: title, body, buttons. Esc and the cross close it.

import { IconX } from "@tabler/icons-react";
import { Dialog, Heading, Modal as AriaModal, ModalOverlay } from "react-aria-components";
import type { ReactNode } from "react";
import { IconButton } from "./Button.tsx";

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
}

export function Modal({ title, onClose, children, foot }: Props) {
  return (
    <ModalOverlay className="modal-ground" isOpen isDismissable={false} onOpenChange={(open) => !open && onClose()}>
      <AriaModal className="modal">
        <Dialog className="dialog">
          <div className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <IconButton icon={<IconX size={16} />} label="Close" onPress={onClose} />
          </div>
          <div className="dialog-body">{children}</div>
          {foot && <div className="dialog-foot">{foot}</div>}
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  );
}
