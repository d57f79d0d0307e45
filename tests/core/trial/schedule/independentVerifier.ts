// Verifies a drawn schedule from its registration alone, written anew from the registration's own words: nothing of core is used.

import { createHash } from "node:crypto";

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** What is wrong with the file, in words; empty where it is as registered. First versions of schedules drawn by day or by pair. */
export function independentVerifier(csv: string, registration: string): string[] {
  const [head, table] = registration.split("\nUNITS\n");
  const fact = (name: string): string => (new RegExp(`^${name}: (.*)$`, "m").exec(head) ?? ["", ""])[1];
  const units = table.trim().split("\n").slice(1).map((line) => line.split(",")).map(([id, , stratum, group]) => ({ id, stratum, item: group || id }));
  const dates = Array.from({ length: +fact("Days") }, (_, i) => new Date(Date.parse(`${fact("First day")}T00:00:00Z`) + i * 864e5).toISOString().slice(0, 10));
  const share = +fact("Share on treatment"), seed = fact("Seed"), attempt = fact("Attempt"), pair = fact("Block") === "pair";
  const arms = new Map<string, string>();
  for (const stratum of new Set(units.map((unit) => unit.stratum))) {
    const items = [...new Set(units.filter((unit) => unit.stratum === stratum).map((unit) => unit.item))];
    const u = (Number.parseInt(sha256(`${seed}|${stratum}`).slice(0, 4), 16) + 0.5) / 65536;
    for (let d = 0, o = 0; d < dates.length; d += pair ? 2 : 1, o++) {
      const k = Math.floor((o + 1) * items.length * share + u) - Math.floor(o * items.length * share + u);
      const order = items.toSorted((a, b) => (sha256(`${seed}|${attempt}|${dates[d]}|${stratum}|${a}`) < sha256(`${seed}|${attempt}|${dates[d]}|${stratum}|${b}`) ? -1 : 1));
      for (const { id, item } of units.filter((unit) => unit.stratum === stratum)) {
        const first = order.indexOf(item) < k;
        arms.set(`${dates[d]},${id},${stratum}`, first ? "treatment" : "control");
        if (pair && d + 1 < dates.length) arms.set(`${dates[d + 1]},${id},${stratum}`, first ? "control" : "treatment");
      }
    }
  }
  const wrong: string[] = [];
  if (sha256(csv) !== fact("SHA-256 of the schedule's CSV")) wrong.push("the hash is another");
  for (const line of csv.trim().split("\n").slice(1)) {
    const cell = line.slice(0, line.lastIndexOf(",")), arm = line.slice(line.lastIndexOf(",") + 1);
    if (arms.get(cell) !== arm) wrong.push(`${cell}: ${arm}, drawn as ${arms.get(cell) ?? "nothing, or twice"}`);
    arms.delete(cell);
  }
  for (const [cell, arm] of arms) wrong.push(`${cell}: missing, drawn as ${arm}`);
  return wrong;
}
