// The few pieces of HTML that a document is made of. Texts are escaped here: they come from people and files.

import { escapeXml } from "../formats/escapeXml.ts";

/** HTML that is safe to put into a document as it is. */
export interface Html {
  readonly html: string;
}

export const raw = (html: string): Html => ({ html });

type Part = Html | string | number | readonly Part[];

/** html`<p>${text}</p>`: texts are escaped, Html is not. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  raw(strings.map((string, i) => string + (i < parts.length ? textOf(parts[i]) : "")).join(""));

function textOf(part: Part): string {
  if (typeof part === "string" || typeof part === "number") return escapeXml(String(part));
  return "html" in part ? part.html : part.map(textOf).join("");
}

export interface Column {
  readonly head: string;
  readonly number?: boolean;
  /** mm; what is not given takes what is left. */
  readonly width?: number;
}

export const table = (columns: readonly Column[], rows: readonly (readonly Part[])[]): Html => {
  const look = (i: number): Html => raw(columns[i].number ? ' class="number"' : "");
  return html`<table><thead><tr>${columns.map(({ head, width }, i) => html`<th${look(i)}${width === undefined ? "" : html` style="width:${width}mm"`}>${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, i) => html`<td${look(i)}>${cell}</td>`)}</tr>
`)}</tbody></table>`;
};

/** Names and values; a value of "" is left out. */
export const facts = (list: readonly (readonly [name: string, value: Part])[]): Html =>
  html`<dl>${list.filter(([, value]) => value !== "").map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
