// What is expected and at which level it is tested; the patrol's minutes; how wide the ring is in which displacement is looked for.

import type { TrialProtocol } from "../../../core/trial/protocol.ts";
import { changeTrial } from "../../actions/trialDesign.ts";
import { NumberInput } from "../../ui/NumberInput.tsx";

export function LimitsSection({ trial }: { readonly trial: TrialProtocol }) {
  const { ring, amber, green, expected, level } = trial;
  return (
    <div className="section">
      <h3>Patrols and tests</h3>
      <NumberInput label="Full from, amber at" unit="minutes" value={amber} min={1} max={240} digits={1} onChange={(next) => changeTrial({ amber: next, green: Math.max(next, green) })} />
      <NumberInput label="Green at" unit="minutes" value={green} min={amber} max={240} digits={1} onChange={(next) => changeTrial({ green: next })} />
      <NumberInput label="Ring for displacement" unit="m" value={ring} min={1} max={5000} onChange={(next) => changeTrial({ ring: next })} />
      <NumberInput label="Expected change" unit="%" value={100 * expected} min={-100} max={100} digits={1} onChange={(next) => changeTrial({ expected: next / 100 })} hint="of the primary outcome; −10 is 10 % fewer" />
      <NumberInput label="Level of the tests" unit="%" value={100 * level} min={0.1} max={49} digits={1} onChange={(next) => changeTrial({ level: next / 100 })} />
    </div>
  );
}
