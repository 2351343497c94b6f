import type { DateFormulaContext, ValueContext, ValueListContext } from '@apexdevtools/apex-parser';
import type { Literal, LiteralList } from './ast';
import { readStringLiteral } from './string-literal';
import { present, readBind, readNumber } from './tree-parts';

/** Reads a list in parentheses. */
export function readValueList(tree: ValueListContext): LiteralList {
  return { kind: 'list', values: tree.value_list().map(readLiteral), offset: tree.start.start };
}

/** Reads one value of a comparison (not a list, not a subquery). */
export function readLiteral(tree: ValueContext): Literal {
  const offset = tree.start.start;
  const text = tree.getText();
  if (present(tree.NULL())) return { kind: 'null', offset };
  if (present(tree.BooleanLiteral()))
    return { kind: 'boolean', value: text.toLowerCase() === 'true', offset };
  if (present(tree.signedNumber())) return readNumber(tree.signedNumber());
  if (present(tree.StringLiteral())) return { kind: 'string', ...readStringLiteral(text), offset };
  if (present(tree.DateLiteral())) return { kind: 'date', text, offset };
  if (present(tree.DateTimeLiteral())) return { kind: 'dateTime', text, offset };
  if (present(tree.TimeLiteral())) return { kind: 'time', text, offset };
  if (present(tree.dateFormula())) return readDateFormula(tree.dateFormula());
  if (present(tree.boundExpression())) return readBind(tree.boundExpression());
  return { kind: 'currency', text, offset };
}

function readDateFormula(tree: DateFormulaContext): Literal {
  const count = present(tree.signedInteger());
  return {
    kind: 'dateFormula',
    name: tree.start.text.toUpperCase(),
    count: count ? Number(count.getText()) : null,
    offset: tree.start.start,
  };
}
