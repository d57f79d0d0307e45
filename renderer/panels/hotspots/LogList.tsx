// Steps of the design, the newest first; pressing one selects what it changed.

import { useState } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { changesInWords } from "../../../core/record/changeInWords.ts";
import type { LogEntry } from "../../../core/record/designLog.ts";
import { ORIGIN_IN_WORDS } from "../../../core/record/stepOrigin.ts";
import { entitiesOf } from "../../../core/plan/edits/edit.ts";
import { committedPlan, useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";

/** So many at once: a list of hundreds takes long to make. */
const PAGE = 50;

export function LogList({ entries }: { readonly entries: readonly LogEntry[] }) {
  const [most, setMost] = useState(PAGE);
  const select = (step: number): void => {
    const { changes } = entries.find((entry) => entry.step === step)!;
    const ids = changes.map(({ id }) => id);
    useStore.setState((state) => ({ selection: entitiesOf(committedPlan(state), ids).map(({ id }) => id) }));
  };
  return (
    <>
      <ListBox className="log" aria-label="Steps, the newest first" items={entries.slice(0, most).map((entry) => ({ id: entry.step, entry }))} onAction={(key) => select(Number(key))}>
        {({ entry }) => (
          <ListBoxItem className="log-step" textValue={`Step ${entry.step}: ${entry.label}`}>
            <span className="log-label">
              <span className="muted">{entry.step}</span> {entry.label} <span className="chip">{ORIGIN_IN_WORDS[entry.origin]}</span>
            </span>
            {changesInWords(entry).map((line) => <span key={line} className="log-line">{line}</span>)}
            {entry.resolved.map(({ words }) => <span key={words} className="log-line good">resolved: {words}</span>)}
            {entry.appeared.map(({ words }) => <span key={words} className="log-line bad">violated: {words}</span>)}
          </ListBoxItem>
        )}
      </ListBox>
      {entries.length > most && <Button onPress={() => setMost(most + PAGE)}>{Math.min(PAGE, entries.length - most)} more</Button>}
    </>
  );
}
