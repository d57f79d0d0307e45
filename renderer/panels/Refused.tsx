// Says what the times of these incidents cannot tell.

export function Refused({ precision }: { readonly precision: string }) {
  return <p className="muted">{precision === "none" ? "These incidents have no times." : `These incidents say only the ${precision}: nothing finer can be counted.`}</p>;
}
