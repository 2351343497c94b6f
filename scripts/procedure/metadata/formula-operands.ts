/**
 * The operands of a call that is a whole formula: `AND(a, OR(b, c))` gives `['a', 'OR(b, c)']`.
 * A formula that is no such call is its own only operand.
 */
export function operandsOf(name: string, formula: string): readonly string[] {
  const text = formula.trim();
  if (!text.startsWith(`${name}(`) || !text.endsWith(')')) return [text];
  const operands: string[] = [];
  let depth = 0;
  let inText = false;
  let start = name.length + 1;
  for (let position = start; position < text.length - 1; position += 1) {
    const character = text[position];
    if (character === '"') inText = !inText;
    if (inText) continue;
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) {
      operands.push(text.slice(start, position).trim());
      start = position + 1;
    }
  }
  return [...operands, text.slice(start, -1).trim()];
}
