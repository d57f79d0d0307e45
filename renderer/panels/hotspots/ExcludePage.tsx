// Rules that keep hotspots away from places, each exclusion listed with its reason.

import { IconBan } from "@tabler/icons-react";
import { useStore } from "../../store.ts";
import { Button } from "../../ui/Button.tsx";
import { ExclusionList } from "./ExclusionList.tsx";
import { LayerRuleInput } from "./LayerRuleInput.tsx";
import { TextRuleInput } from "./TextRuleInput.tsx";

export function ExcludePage() {
  return (
    <>
      <LayerRuleInput />
      <TextRuleInput />
      <div className="section">
        <div className="actions"><Button onPress={() => useStore.setState({ tool: "exclusion" })}><IconBan size={14} /> Draw one by hand</Button></div>
      </div>
      <ExclusionList />
    </>
  );
}
