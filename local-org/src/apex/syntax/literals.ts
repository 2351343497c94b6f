import type { LiteralContext } from '@apexdevtools/apex-parser';
import type { Literal, Node } from './ast';
import { placeOf, present } from './source-node';

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
};

/**
 * The text of a quoted literal: `'It\'s'` gives `It's`. Escape letters may be in either case; a `'''` block begins
 * after the line break that follows its quotes.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_data_types_string.htm
 */
export function stringValue(quoted: string): string {
  const inner = quoted.startsWith("'''")
    ? quoted.slice(3, -3).replace(/^[^\S\n]*\r?\n/, '')
    : quoted.slice(1, -1);
  return inner.replace(/\\(?:u([0-9a-f]{4})|(.))/gis, (_match, hex: string | undefined, letter: string) =>
    hex === undefined
      ? (ESCAPES[letter.toLowerCase()] ?? letter)
      : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** `1.5` is a Decimal, `1.5d` a Double. */
export function numberLiteral(text: string, place: Node): Literal {
  const isDouble = /d$/i.test(text);
  return {
    kind: 'literal',
    type: isDouble ? 'double' : 'decimal',
    text: isDouble ? text.slice(0, -1) : text,
    ...place,
  };
}

export function literalOf(context: LiteralContext): Literal {
  const place = placeOf(context);
  const text = context.getText();
  const literal = (type: Literal['type'], value: string): Literal => ({
    kind: 'literal',
    type,
    text: value,
    ...place,
  });
  if (present(context.IntegerLiteral())) return literal('integer', text);
  if (present(context.LongLiteral())) return literal('long', text.slice(0, -1));
  if (present(context.NumberLiteral())) return numberLiteral(text, place);
  if (present(context.BooleanLiteral())) return literal('boolean', text.toLowerCase());
  if (present(context.NULL())) return literal('null', 'null');
  return literal('string', stringValue(text));
}
