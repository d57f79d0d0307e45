// The look of a tasking pack: one column for a thumb, light and dark as the phone is set.

export const PHONE_STYLE = `
:root { color-scheme: light dark; --back: #fff; --text: #14171c; --soft: #525a66; --line: #c3c9d2; --raised: #f1f3f6; --key: #0b4ea2; --on-key: #fff; --bad: #a11212; --street: #b3bac4; --hotspot: #0b4ea2; --area: #7a3fa0; --you: #c2185b; }
@media (prefers-color-scheme: dark) { :root { --back: #14171c; --text: #eef1f5; --soft: #aab3c0; --line: #434b57; --raised: #20252c; --key: #8ab8f5; --on-key: #0d1117; --bad: #ff9d94; --street: #59626f; --hotspot: #8ab8f5; --area: #d3a4ee; --you: #ff8ab4; } }
* { box-sizing: border-box; }
body { margin: 0; font: 17px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; background: var(--back); color: var(--text); }
#app { max-width: 640px; min-height: 100vh; margin: 0 auto; display: flex; flex-direction: column; }
header { padding: 10px 16px; border-bottom: 1px solid var(--line); }
main { flex: 1; padding: 12px 16px 24px; }
h1 { font-size: 17px; margin: 0; }
h2 { font-size: 22px; line-height: 1.2; margin: 0 0 6px; }
h2:focus { outline: none; }
h3 { font-size: 17px; margin: 20px 0 6px; }
p { margin: 0 0 10px; }
.marking { text-align: center; font-size: 13px; font-weight: 700; letter-spacing: .06em; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.line { display: flex; justify-content: space-between; gap: 12px; align-items: baseline; }
.soft { color: var(--soft); }
.small { font-size: 15px; }
.clock, .number { font-variant-numeric: tabular-nums; }
.notice { border-left: 5px solid var(--bad); background: var(--raised); padding: 10px 12px; margin: 0 0 12px; }
label, legend { display: block; font-weight: 600; margin: 0 0 4px; padding: 0; }
fieldset { border: 0; margin: 0 0 12px; padding: 0; min-width: 0; }
input[type=text], select, textarea { width: 100%; min-height: 48px; padding: 10px 12px; font: inherit; color: inherit; background: var(--back); border: 1px solid var(--soft); border-radius: 8px; margin: 0 0 12px; }
textarea { min-height: 88px; resize: vertical; }
.radio { display: flex; align-items: center; gap: 12px; min-height: 48px; font-weight: 400; margin: 0; }
.radio input { width: 22px; height: 22px; margin: 0; accent-color: var(--key); }
button { min-height: 48px; padding: 10px 16px; font: inherit; font-weight: 600; color: var(--key); background: var(--back); border: 1px solid var(--key); border-radius: 8px; cursor: pointer; touch-action: manipulation; }
button:disabled { color: var(--soft); border-color: var(--line); cursor: default; }
button.main { color: var(--on-key); background: var(--key); width: 100%; }
button.main:disabled { color: var(--soft); background: var(--raised); border-color: var(--line); }
button.bad { color: var(--bad); border-color: var(--bad); }
button.huge { min-height: 64px; font-size: 20px; }
:focus-visible { outline: 3px solid var(--key); outline-offset: 2px; }
.row { display: flex; flex-wrap: wrap; gap: 10px; margin: 0 0 12px; }
.row > button { flex: 1 1 auto; }
summary { min-height: 48px; line-height: 48px; cursor: pointer; }
ul { list-style: none; margin: 0; padding: 0; }
li > button { width: 100%; text-align: left; margin: 0 0 10px; color: var(--text); border-color: var(--line); background: var(--raised); display: block; font-weight: 400; }
li > button strong { font-size: 19px; overflow-wrap: anywhere; }
li > button:disabled { color: var(--soft); background: var(--back); border-style: dashed; }
nav { position: sticky; bottom: 0; display: flex; background: var(--back); border-top: 1px solid var(--line); }
nav button { flex: 1; min-height: 56px; border: 0; border-radius: 0; border-top: 3px solid transparent; color: var(--soft); }
nav button[aria-current] { color: var(--key); border-top-color: var(--key); }
.timer { position: sticky; top: 0; z-index: 1; border: 2px solid var(--line); border-radius: 12px; padding: 14px; margin: 0 0 12px; text-align: center; }
.timer .clock { font-size: 64px; line-height: 1.1; font-weight: 700; }
.timer.white { background: #fff; color: #14171c; }
.timer.amber { background: #ffbf00; color: #14171c; border-color: #ffbf00; }
.timer.green { background: #00693c; color: #fff; border-color: #00693c; }
.timer p { margin: 0; font-weight: 600; }
.going { width: 100%; border-radius: 0; border: 0; color: #14171c; background: #fff; box-shadow: inset 0 -1px var(--line); }
.going.amber { background: #ffbf00; color: #14171c; }
.going.green { background: #00693c; color: #fff; }
.map { position: relative; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; margin: 0 0 12px; background: var(--raised); }
.map svg { display: block; width: 100%; aspect-ratio: 1; max-height: 60vh; touch-action: none; }
.map path { vector-effect: non-scaling-stroke; fill: none; stroke-linejoin: round; }
.map .streets { stroke: var(--street); stroke-width: 5; stroke-linecap: round; }
.map .buffer { stroke: var(--hotspot); stroke-width: 1.5; stroke-dasharray: 5 5; }
.map .hotspot { stroke: var(--hotspot); stroke-width: 3; fill: var(--hotspot); fill-opacity: .15; }
.map .area { stroke: var(--area); stroke-width: 3; }
.map .area.chosen { fill: var(--area); fill-opacity: .2; }
.map text { font-size: 1em; text-anchor: middle; dominant-baseline: central; fill: var(--text); stroke: var(--raised); stroke-width: .25em; paint-order: stroke; }
.map .you { fill: var(--you); stroke: #fff; stroke-width: .2em; }
.map .about { fill: var(--you); fill-opacity: .15; stroke: none; }
.map .zoom { position: absolute; right: 8px; top: 8px; display: flex; flex-direction: column; gap: 8px; }
.map .zoom button { width: 48px; padding: 0; font-size: 22px; }
.map .scale { position: absolute; left: 8px; bottom: 8px; font-size: 13px; border-bottom: 3px solid var(--text); text-align: center; background: var(--raised); }
.map .north { position: absolute; left: 8px; top: 8px; font-size: 13px; font-weight: 700; }
`;
