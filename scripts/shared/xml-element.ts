import { XMLParser } from 'fast-xml-parser';

const parser = new XMLParser({ isArray: () => true, parseTagValue: false, trimValues: true });

/** One element of a metadata file: its children by name, each name as a list. */
export class XmlElement {
  constructor(private readonly content: unknown) {}

  /** The child elements of a name; none when there are none. */
  all(name: string): readonly XmlElement[] {
    const { content } = this;
    if (typeof content !== 'object' || content === null) return [];
    const children = (content as Readonly<Record<string, unknown>>)[name];
    return Array.isArray(children) ? children.map((child) => new XmlElement(child)) : [];
  }

  /** The text inside: `'Qualification'`; `''` for an element of elements. */
  get text(): string {
    return typeof this.content === 'string' ? this.content : '';
  }

  /** The text at the end of a path of first children; `undefined` when the path leads nowhere. */
  at(...path: readonly string[]): string | undefined {
    const [name, ...rest] = path;
    if (name === undefined) return this.text;
    return this.all(name)[0]?.at(...rest);
  }

  /** Every text inside, at any depth. */
  get everyText(): readonly string[] {
    const { content } = this;
    if (typeof content === 'string') return [content];
    if (typeof content !== 'object' || content === null) return [];
    return Object.keys(content).flatMap((name) => this.all(name).flatMap(({ everyText }) => everyText));
  }

  /** The texts of the children of a name: `['Rep', 'Manager']`. */
  texts(name: string): readonly string[] {
    return this.all(name).map(({ text }) => text);
  }
}

/** The root element of a metadata file, below its declaration. */
export function parseXml(text: string): XmlElement {
  const roots = parser.parse(text) as Readonly<Record<string, readonly unknown[]>>;
  const root = Object.entries(roots).find(([name]) => !name.startsWith('?'));
  return new XmlElement(root?.[1][0]);
}
