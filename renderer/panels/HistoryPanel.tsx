// The named history: press an entry to go there; what lies after it can be done again.

import { ListBox, ListBoxItem } from "react-aria-components";
import { goTo } from "../actions/editPlan.ts";
import { useStore } from "../store.ts";

export function HistoryPanel() {
  const { entries, position } = useStore((state) => state.history);
  return (
    <ListBox
      className="rows"
      aria-label="History, the newest last"
      selectionMode="single"
      selectedKeys={[position]}
      disallowEmptySelection
      items={entries.map(({ label }, id) => ({ id, label }))}
      onSelectionChange={(keys) => keys !== "all" && goTo(Number([...keys][0]))}
      dependencies={[position]}
    >
      {({ id, label }) => (
        <ListBoxItem className="row" textValue={label}>
          <span className={id > position ? "name muted" : "name"}>{label}</span>
          {id > position && <span className="muted">undone</span>}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
