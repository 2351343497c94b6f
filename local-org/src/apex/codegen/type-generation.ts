import type { BoundInitializer, BoundType } from '../semantics/bound';
import type { TypeSymbol, VariableSymbol } from '../types/symbols';
import type { CodeLines } from './code-lines';
import type { ReachAnalysis } from './reach-analysis';
import { variableSlot } from './references';
import type { UnitScope } from './unit-scope';

/** A type whose text is made, and what it stands among. */
export interface TypeGeneration {
  readonly type: BoundType;
  /** Where code of the unit begins. */
  readonly codeLines: CodeLines;
  readonly unit: UnitScope;
  readonly reach: ReachAnalysis;
}

/** How stacks name a constructor with its initialisers, and the static initialisers. */
export const CONSTRUCTOR_NAME = '_init';
export const STATIC_INITIALIZER_NAME = '_clinit';

/** `Outer.Inner` as the path that stacks show: `Class.Outer.Inner`. */
export function pathOf(symbol: TypeSymbol): string[] {
  return ['Class', ...symbol.qualifiedName.split('.')];
}

/** The slot of the field of a variable; for a property with accessors that of the field behind them. */
export const storedSlot = (variable: VariableSymbol, unit: UnitScope): string =>
  variableSlot(variable, true, unit);

/** `static final String A = 'x'` has its value before any initialiser runs, and is no code that counts. */
export function isConstant(
  initializer: BoundInitializer,
): initializer is Extract<BoundInitializer, { kind: 'variable' }> {
  if (initializer.kind !== 'variable') return false;
  const { variable, value } = initializer;
  return variable.isStatic && variable.isFinal && value.kind === 'literal';
}

/** A statement that initialises the class when it is new to the transaction; nothing for classes without statics. */
export function initializedText({ type, unit }: TypeGeneration): string {
  const { symbol, staticInitializers } = type;
  const hasStatics = staticInitializers.length > 0 || symbol.variables.some(({ isStatic }) => isStatic);
  return hasStatics ? `${unit.statics(symbol)};` : '';
}
