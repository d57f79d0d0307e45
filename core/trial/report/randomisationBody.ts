// How the arms were drawn, sealed and changed, how balanced they came out, and how anyone can verify them.

import { count, decimal, percent, signed } from "../../inWords.ts";
import { britishTime } from "../../record/britishDate.ts";
import { facts, html, table, type Html } from "../../record/html.ts";
import type { TrialProtocol } from "../protocol.ts";
import { balanceOf, type ScheduleBalance } from "../schedule/balanceOf.ts";
import { datesOf } from "../schedule/datesOf.ts";
import { scheduleInForce } from "../schedule/scheduleInForce.ts";
import type { SealedSchedule } from "../sealedSchedule.ts";
import { given, notDone } from "./reportSection.ts";
import { sealedInWords } from "./structuredSummary.ts";

/** @param people - who drew it and who could see it, in their words */
export function randomisationBody(protocol: TrialProtocol, schedules: readonly SealedSchedule[], people: string): Html {
  const inForce = scheduleInForce(schedules);
  if (inForce === null) return html`${notDone("no schedule was sealed.")}<h3>Who drew it, and who could see it</h3>${given(people)}`;
  return html`<h3>Sequence</h3>${sequence(inForce)}
<h3>Mechanism</h3><p>${sealedInWords(schedules)} Its file and its registration have SHA-256 hashes, which show any change of a single cell. A change after that is a new version with a reason; ${schedules.length === 1 ? "there was none." : `there were ${schedules.length} versions.`}</p>
${versions(schedules)}
<h3>Who drew it, and who could see it</h3>${given(people)}
<h3>Balance that was reached</h3>${balance(balanceOf(protocol.units, datesOf(protocol), protocol.share, inForce.arms))}
<h3>How to verify it</h3>${verification(inForce)}`;
}

function sequence({ protocol, origin }: SealedSchedule): Html {
  const { seed, block, share, redraw } = protocol;
  if (origin.kind === "imported") {
    return html`<p>The schedule was drawn elsewhere and brought in from the file ${origin.file}: how it was drawn is not known here, and no draw can be repeated. The hash alone stands for it.</p>`;
  }
  return html`${facts([
    ["Seed", seed],
    ["Block", block === "day" ? "a day of a stratum" : "two days running of a stratum: what is on treatment on the first is control on the second"],
    ["Share on treatment", percent(share, 0)],
    ["Drawn again", redraw === null ? "no: the first draw stands" : `until the imbalance is at most ${redraw.most}, at most ${count(redraw.attempts)} times; draw number ${count(origin.attempt)} stands. The tests draw by the same rule.`],
  ])}
<p>In each block every item (a unit, or units that are drawn together) gets the SHA-256 of the text <code>seed|attempt|date|stratum|item</code>; the items whose digests come first are on treatment. Of an odd number, one more and one fewer alternate. The registration says it in full.</p>`;
}

const versions = (schedules: readonly SealedSchedule[]): Html =>
  table(
    [{ head: "Version", width: 14 }, { head: "Sealed", width: 30 }, { head: "Reason, and what changed" }, { head: "SHA-256 of the schedule's CSV, and the seal (SHA-256 of the registration)", width: 98 }],
    schedules.map(({ version, made, reason, changed, hash, seal }) => [
      version, britishTime(made),
      html`${reason ?? "the first version"}${changed ? html`<br>${count(changed.arms)} location-days changed, ${count(changed.begun)} of them on days that had begun` : ""}`,
      html`<code>${hash}</code><br><code>${seal}</code>`,
    ]),
  );

function balance({ treatment, control, strata, weekdays, units, baseline, imbalance }: ScheduleBalance): Html {
  const shareOf = (one: { readonly treatment: number; readonly control: number }): string => percent(one.treatment / Math.max(1, one.treatment + one.control));
  const row = (name: string, one: { readonly treatment: number; readonly control: number }): string[] => [name, count(one.treatment), count(one.control), shareOf(one)];
  const least = Math.min(...units.map((unit) => unit.treatment)), most = Math.max(...units.map((unit) => unit.treatment));
  return html`${table(
    [{ head: "Location-days" }, { head: "Treatment", number: true }, { head: "Control", number: true }, { head: "On treatment", number: true }],
    [
      row("all", { treatment, control }),
      ...(strata.length > 1 ? strata.map((one) => row(`stratum ${one.stratum}`, one)) : []),
      ...(weekdays ?? []).map((one, i) => row(WEEKDAYS[i], one)),
    ],
  )}
<p>Each unit was on treatment on ${count(least)} to ${count(most)} days.${baseline === null ? " The units have no baseline to compare the arms by." : ` Incidents a day before the trial, mean over the location-days: treatment ${decimal(baseline.treatment, 3)}, control ${decimal(baseline.control, 3)}, a difference of ${signed(baseline.difference, 3)} standard deviations.`} Imbalance ${decimal(imbalance.worst, 3)}.</p>`;
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

const verification = ({ hash, seal, origin }: SealedSchedule): Html => html`<ol>
<li>The schedule's file, a line for each day and unit with <code>date,hotspot,stratum,arm</code>: <code>sha256sum</code> of it must say <code>${hash}</code>.</li>
<li>The registration's file: <code>sha256sum</code> of it must say <code>${seal}</code>, the seal; it holds the schedule's hash.</li>
${origin.kind === "drawn" ? html`<li>The draw can be repeated from the registration alone, with any program that knows SHA-256; <code>hexbeat verify-schedule</code> does it and names each cell that differs.</li>` : html`<li><code>hexbeat verify-schedule</code> compares the file with the registration and names each cell that differs.</li>`}
</ol>`;
