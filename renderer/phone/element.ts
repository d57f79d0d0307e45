// Elements of the tasking pack's page. Texts go in as text, never as HTML.

type Child = Node | string | null;
/** A function listens to the event of its name; true and false set and leave out. */
type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void)>>;

export const element = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Attributes, ...children: readonly Child[]): HTMLElementTagNameMap[Tag] =>
  filled(document.createElement(tag), attributes, children);

export const svgElement = <Tag extends keyof SVGElementTagNameMap>(tag: Tag, attributes: Attributes, ...children: readonly Child[]): SVGElementTagNameMap[Tag] =>
  filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

function filled<Made extends Element>(made: Made, attributes: Attributes, children: readonly Child[]): Made {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** By its id it keeps the focus when the page is drawn anew. */
export const button = (label: string, look: string, press: () => void, more: Attributes = {}): HTMLButtonElement =>
  element("button", { type: "button", class: look, id: `press-${label.toLowerCase().replace(/[^a-z]+/g, "-")}`, click: press, ...more }, label);
