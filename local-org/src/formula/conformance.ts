import { UnsupportedFeatureError } from '../core';
import { compileFormula } from './compile-formula';
import { environmentOf, scopeOf } from './conformance/row-record';
import type { RowOutcome } from './conformance/row-results';
import { describe, matches } from './conformance/row-results';
import { schemaOf } from './conformance/row-schema';
import type { ConformanceRow } from './conformance/row';
import { parseRow } from './conformance/row';
import { FormulaError } from './errors';
import { functionNamed } from './functions/registry';
import type { FormulaNode } from './syntax/nodes';
import { parseFormula } from './syntax/parser';
import type { BlankHandling } from './types';

/** A row whose result differs in at least one blank mode. */
export interface FormulaConformanceFailure {
  readonly test: string;
  readonly formula: string;
  readonly input: readonly string[];
  readonly expected: ConformanceRow['expected'];
  readonly actual: ConformanceRow['expected'];
}

/** What a run of a conformance file found: `{ rows: 3, passed: 2, failed: 0, refused: 1, ... }`. */
export interface FormulaConformanceResult {
  readonly rows: number;
  readonly passed: number;
  readonly failed: number;
  /** Rows that call a function which the formula editor of an org does not have. */
  readonly refused: number;
  /** Those functions, sorted. */
  readonly refusedFunctions: readonly string[];
  readonly failures: readonly FormulaConformanceFailure[];
}

/**
 * Runs rows with known results, one JSON object a line, in both blank modes. A row passes when both match.
 * @see https://github.com/salesforce/formula-engine
 */
export function runFormulaConformance(lines: Iterable<string>): FormulaConformanceResult {
  const refusedFunctions = new Set<string>();
  const failures: FormulaConformanceFailure[] = [];
  const count = { rows: 0, passed: 0, refused: 0 };
  for (const line of lines) {
    if (line.trim() === '') continue;
    const row = parseRow(line);
    count.rows++;
    const unknown = unknownFunctions(row);
    if (unknown.length > 0) {
      count.refused++;
      unknown.forEach((name) => refusedFunctions.add(name));
      continue;
    }
    const failure = runRow(row);
    if (failure) failures.push(failure);
    else count.passed++;
  }
  return { ...count, failed: failures.length, refusedFunctions: [...refusedFunctions].sort(), failures };
}

function runRow(row: ConformanceRow): FormulaConformanceFailure | undefined {
  const asZero = evaluateRow(row, 'BlankAsZero');
  const asBlank = evaluateRow(row, 'BlankAsBlank');
  const { test, formula, input, expected, type } = row;
  if (matches(expected.asZero, asZero, type) && matches(expected.asBlank, asBlank, type)) return undefined;
  return {
    test,
    formula,
    input,
    expected,
    actual: { asZero: describe(asZero, type), asBlank: describe(asBlank, type) },
  };
}

function evaluateRow(row: ConformanceRow, blankHandling: BlankHandling): RowOutcome {
  try {
    const scope = scopeOf(schemaOf(row), blankHandling);
    return compileFormula(row.formula, scope).evaluateExact(environmentOf(row, scope));
  } catch (error) {
    if (error instanceof FormulaError || error instanceof UnsupportedFeatureError) return error;
    throw error;
  }
}

function unknownFunctions(row: ConformanceRow): string[] {
  const formulas = [row.formula, ...row.formulas.map((field) => field.formula)];
  return formulas.flatMap((formula) => callsOf(parseFormula(formula))).filter((name) => !functionNamed(name));
}

function callsOf(node: FormulaNode): string[] {
  switch (node.kind) {
    case 'Call':
      return [node.name.toUpperCase(), ...node.arguments.flatMap(callsOf)];
    case 'Unary':
      return callsOf(node.operand);
    case 'Binary':
      return [...callsOf(node.left), ...callsOf(node.right)];
    default:
      return [];
  }
}
