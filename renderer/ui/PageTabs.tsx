// The pages of a panel side by side; another page is shown from its top.

import { useEffect, useRef } from "react";
import { Segments } from "./Choice.tsx";

interface Props<Page extends string> {
  readonly page: Page;
  readonly pages: readonly { readonly value: Page; readonly label: string }[];
  readonly onTurn: (page: Page) => void;
}

export function PageTabs<Page extends string>({ page, pages, onTurn }: Props<Page>) {
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Braces, for in newer browsers it answers a promise, which React would call as the effect's end.
    head.current?.closest(".panel")?.scrollTo(0, 0);
  }, [page]);
  return (
    <div ref={head} className="section pages">
      <Segments label="Show" value={page} options={pages} onChange={onTurn} />
    </div>
  );
}
