// Author and protective marking of the project's documents: the design's and the trial's.

import { MARKINGS } from "../../core/record/cover.ts";
import { setCover } from "../actions/recordDesign.ts";
import { useStore } from "../store.ts";
import { Choice } from "../ui/Choice.tsx";
import { CommitText } from "../ui/CommitText.tsx";

export function CoverFields() {
  const cover = useStore((state) => state.cover);
  const markings = [...new Set([...MARKINGS, cover.marking])].filter((marking) => marking !== "");
  return (
    <>
      <CommitText label="Author" value={cover.author} onCommit={(author) => setCover({ author })} />
      <Choice
        label="Protective marking"
        value={cover.marking}
        options={[{ value: "", label: "None" }, ...markings.map((value) => ({ value, label: value }))]}
        onChange={(marking) => setCover({ marking })}
      />
    </>
  );
}
