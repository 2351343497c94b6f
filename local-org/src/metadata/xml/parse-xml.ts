import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { SourcePosition } from '../../core';
import type { XmlElement } from './xml-element';

/** Thrown when a file is no well-formed XML. The message is the parser's, without position. */
export class MalformedXmlError extends Error {
  constructor(
    message: string,
    readonly position: SourcePosition,
  ) {
    super(message);
    this.name = 'MalformedXmlError';
  }
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** Elements nested deeper than this are refused; no metadata type comes near it. */
const MAX_DEPTH = 64;

/**
 * Parses an XML file into elements with positions. Document type declarations are refused, so no entity can expand.
 *
 * @throws MalformedXmlError for the first error in the text
 */
export function parseXml(text: string): XmlElement {
  const source = text.replace(/^\uFEFF/, '');
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let lastClosed: XmlElement | undefined;
  const here = (): SourcePosition => ({ line: parser.line, column: parser.column + 1 });
  const fail = (message: string): never => {
    throw new MalformedXmlError(message, here());
  };
  parser.on('error', (error) => {
    const message = error.message.replace(/^\d+:\d+: /, '');
    fail(mismatchedTag(message, source.slice(0, parser.position), lastClosed) ?? message);
  });
  parser.on('doctype', () => fail('document type declarations are not allowed'));
  parser.on('opentag', (tag) => {
    if (open.length >= MAX_DEPTH) fail(`elements are nested deeper than ${MAX_DEPTH}`);
    const element = openElement(tag, here());
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (part: string): void => {
    const current = open.at(-1);
    if (current) current.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    lastClosed = open.pop();
  });
  parser.write(source).close();
  return root ?? fail('document must contain a root element.');
}

/** The platform's words for an end tag that closes another element than the open one, which is closed by then. */
function mismatchedTag(message: string, before: string, element: XmlElement | undefined): string | undefined {
  const endTag = /<\/([^<>]*)>$/.exec(before)?.[1];
  if (!message.startsWith('unexpected close tag') || endTag === undefined || !element) return undefined;
  const { name, position } = element;
  return `end tag name </${endTag}> must match start tag name <${name}> from line ${position.line}`;
}

function openElement(tag: SaxesTagNS, position: SourcePosition): OpenElement {
  const attributes = Object.fromEntries(
    Object.values(tag.attributes)
      .filter((attribute) => attribute.prefix !== 'xmlns' && attribute.name !== 'xmlns')
      .map((attribute) => [attribute.local, attribute.value]),
  );
  return { name: tag.local, namespace: tag.uri, attributes, children: [], text: '', position };
}
