// A job's parameters in words, from the schema that checks them.

import { groupBy } from "../core/record/groupBy.ts";
import { z } from "../core/schema.ts";

export interface ParameterDescription {
  readonly name: string;
  readonly type: string;
  /** Meaning and unit. */
  readonly description: string;
  readonly optional: boolean;
  readonly default?: unknown;
}

type Node = Readonly<Record<string, unknown>>;

/** Nested objects are listed by their path ("grid.origin.x"). Of a job with several sets of parameters, what one set can do without is optional. */
export function describeParams(schema: z.ZodType): readonly ParameterDescription[] {
  const root = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Node;
  const sets = ((root.anyOf ?? root.oneOf ?? [root]) as readonly Node[]).map((node) => properties(node, ""));
  return groupBy(sets.flat(), ({ name }) => name).map((of) => ({
    ...of[0],
    type: [...new Set(of.map(({ type }) => type))].join(" | "),
    optional: of.length < sets.length || of.some(({ optional }) => optional),
  }));
}

function properties(node: Node, path: string): ParameterDescription[] {
  const required = (node.required ?? []) as readonly string[];
  return Object.entries((node.properties ?? {}) as Readonly<Record<string, Node>>).flatMap(([key, child]) => {
    const name = path + key;
    const own: ParameterDescription = {
      name,
      type: typeOf(child),
      description: typeof child.description === "string" ? child.description : "",
      optional: !required.includes(key),
      ...("default" in child ? { default: child.default } : {}),
    };
    return [own, ...properties(child, `${name}.`)];
  });
}

function typeOf(node: Node): string {
  if (Array.isArray(node.enum)) return node.enum.map((value) => JSON.stringify(value)).join(" | ");
  if ("const" in node) return JSON.stringify(node.const);
  const options = (node.anyOf ?? node.oneOf) as readonly Node[] | undefined;
  if (options) {
    // A branch without a type is what JSON cannot write (a typed array): the other branch is the one to use here.
    const types = options.map(typeOf).filter((type) => type !== "any");
    return [...new Set(types)].join(" | ") || "any";
  }
  if (Array.isArray(node.prefixItems)) return `[${(node.prefixItems as readonly Node[]).map(typeOf).join(", ")}]`;
  if (node.type === "array") return `array of ${typeOf((node.items ?? {}) as Node)}`;
  if (node.type === "object" && node.properties) {
    const parts = Object.entries(node.properties as Readonly<Record<string, Node>>).map(([key, child]) => `${key}: ${typeOf(child)}`);
    return `{ ${parts.join(", ")} }`;
  }
  if (Array.isArray(node.type)) return node.type.join(" | ");
  return typeof node.type === "string" ? node.type + limits(node) : "any";
}

/** zod writes the limits of a safe integer where a schema has none of its own. */
function limits(node: Node): string {
  const stated = ([["minimum", "≥"], ["exclusiveMinimum", ">"], ["maximum", "≤"], ["exclusiveMaximum", "<"]] as const)
    .filter(([key]) => typeof node[key] === "number" && Math.abs(node[key]) < Number.MAX_SAFE_INTEGER)
    .map(([key, sign]) => `${sign} ${String(node[key])}`);
  return stated.length > 0 ? ` (${stated.join(", ")})` : "";
}
