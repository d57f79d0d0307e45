// Messages float over the upper edge of the map and never block.

import { IconAlertTriangle, IconCircleX, IconInfoCircle, IconX } from "@tabler/icons-react";
import { dismiss } from "../actions/messages.ts";
import { useStore } from "../store.ts";
import { Button, IconButton } from "../ui/Button.tsx";

const ICONS = { info: IconInfoCircle, warning: IconAlertTriangle, error: IconCircleX } as const;

export function Messages() {
  const messages = useStore((state) => state.messages);
  return (
    <div className="messages" aria-live="polite">
      {messages.map((message) => {
        const Icon = ICONS[message.kind];
        return (
          <div key={message.id} className={`message ${message.kind}`} role={message.kind === "error" ? "alert" : "status"}>
            <Icon size={16} aria-hidden />
            <span>{message.text}</span>
            {message.action && <Button look="quiet" onPress={message.action.run}>{message.action.label}</Button>}
            <IconButton icon={<IconX size={14} />} label="Dismiss" onPress={() => dismiss(message.id)} />
          </div>
        );
      })}
    </div>
  );
}
