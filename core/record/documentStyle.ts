// The look of a document: A4 sheets in print, the same sheets on the screen.

/**
 * @param marking - protective marking at the head and foot of every printed page; "" for none. Firefox and Safari print nothing in
 *   margins, so it stands in the heading of each sheet as well (`.mark`).
 * @param foot - words at the foot of every page
 */
export const documentStyle = (marking: string, foot: string): string => `
@page { size: A4; margin: 16mm 15mm 15mm;
  @top-center { content: ${cssText(marking)}; font: 700 8pt Arial, Helvetica, sans-serif; letter-spacing: .06em; }
  @bottom-left { content: ${cssText(foot)}; font: 7.5pt Arial, Helvetica, sans-serif; color: #444; }
  @bottom-center { content: ${cssText(marking)}; font: 700 8pt Arial, Helvetica, sans-serif; letter-spacing: .06em; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt Arial, Helvetica, sans-serif; color: #444; } }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; font: 9pt/1.3 Arial, Helvetica, sans-serif; color: #111; background: #fff; }
.sheet { break-after: page; }
.sheet:last-child { break-after: auto; }
h1 { font-size: 20pt; line-height: 1.15; margin: 0 0 1mm; }
h2 { font-size: 13pt; margin: 0 0 2mm; border-bottom: .5mm solid #0b3c8c; padding-bottom: .6mm; break-after: avoid; }
* + h2 { margin-top: 6mm; }
h3 { font-size: 9.5pt; margin: 2.4mm 0 .8mm; break-after: avoid; }
p { margin: 0 0 1.6mm; }
ul { margin: 0 0 1.6mm; padding-left: 4.5mm; }
li { margin: 0 0 .4mm; }
.muted { color: #444; }
.caveat { border-left: 1mm solid #b0b6bf; padding: .4mm 0 .4mm 2.5mm; color: #333; }
.bad { font-weight: 700; color: #a11212; }
.mark { float: right; font-size: 8pt; font-weight: 700; letter-spacing: .06em; line-height: 2; }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 0 7mm; align-items: start; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .3mm 3mm; margin: 0 0 1.6mm; }
dt { color: #444; }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; margin: 0 0 2mm; font-size: 8.3pt; font-variant-numeric: tabular-nums; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { text-align: left; border-bottom: .3mm solid #333; padding: .5mm 1.5mm .5mm 0; vertical-align: bottom; }
td { border-bottom: .1mm solid #c5cad2; padding: .5mm 1.5mm .5mm 0; vertical-align: top; overflow-wrap: anywhere; }
.number { text-align: right; white-space: nowrap; padding-right: 4mm; }
figure { margin: 0 0 2mm; break-inside: avoid; }
figure svg.map { display: block; max-width: 100%; height: auto; }
figcaption { font-size: 7.8pt; margin-top: 1mm; line-height: 1.7; }
.key { display: inline-block; margin-right: 3.5mm; white-space: nowrap; }
.key svg { vertical-align: -0.8mm; }
text { font-family: Arial, Helvetica, sans-serif; }
@media screen {
  body { background: #d9dde3; }
  .sheet { width: 210mm; min-height: 297mm; margin: 6mm auto; padding: 16mm 15mm; background: #fff; box-shadow: 0 1px 4px #0004; }
}
`;

/** Any text as a string of CSS: what is not a letter, digit or space is written by its code. */
const cssText = (text: string): string => `"${text.replaceAll(/[^A-Za-z0-9 ]/gu, (c) => `\\${c.codePointAt(0)!.toString(16)} `)}"`;
