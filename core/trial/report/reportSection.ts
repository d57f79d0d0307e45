// A section of a trial's report, and what stands where nothing was given.

import { html, type Html } from "../../record/html.ts";

export interface ReportSection {
  /** Of the link to it. */
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

/** What a person wrote, in its paragraphs. */
export const given = (text: string): Html =>
  text.trim() === "" ? html`<p class="muted">Not given.</p>` : html`${text.trim().split(/\n\s*\n/).map((paragraph) => html`<p>${paragraph}</p>`)}`;

export const notDone = (what: string): Html => html`<p class="muted">Not done: ${what}</p>`;

export const list = (items: readonly string[]): Html => (items.length === 0 ? html`` : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`);
