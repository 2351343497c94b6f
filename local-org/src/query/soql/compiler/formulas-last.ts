import type { BoundCondition, BoundExpression } from '../binder/bound';

/**
 * The parts of AND or OR with those that look at formula fields at the end: SQLite works the parts off in their order,
 * and what a stored field decides needs no formula.
 */
export function formulasLast(parts: readonly BoundCondition[]): readonly BoundCondition[] {
  const late = parts.filter(hasFormula);
  return late.length === 0 ? parts : [...parts.filter((part) => !late.includes(part)), ...late];
}

function hasFormula(condition: BoundCondition): boolean {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts.some(hasFormula);
    case 'not':
      return hasFormula(condition.part);
    default:
      return isFormula(condition.left);
  }
}

function isFormula(expression: BoundExpression): boolean {
  if (expression.kind === 'column') return expression.field.formula !== undefined;
  return 'operand' in expression && expression.operand !== null && isFormula(expression.operand);
}
