import type { BoundBlock, BoundProperty, LocalVariable } from '../semantics/bound';
import type { VariableSymbol } from '../types/symbols';
import { addCallable, recordModeOf } from './generate-callable';
import { variableSlot } from './references';
import { pathOf, type TypeGeneration } from './type-generation';
import { slotAccess, type UnitScope } from './unit-scope';

/** Adds the accessors of a property that have code. @returns its entry of `accessors` or `staticAccessors` */
export function addProperty({ variable, getter, setter }: BoundProperty, generation: TypeGeneration): string {
  const read = getter
    ? addAccessor(variable, [], getter, generation)
    : automaticHalf(variable, 'getter', generation.unit);
  const write = setter
    ? addAccessor(variable, [setter.parameter], setter.body, generation)
    : automaticHalf(variable, 'setter', generation.unit);
  return `${JSON.stringify(variable.slot)}:[${read},${write}]`;
}

function addAccessor(
  variable: VariableSymbol,
  parameters: readonly LocalVariable[],
  body: BoundBlock,
  { unit, reach }: TypeGeneration,
): string {
  const name = unit.nameFunction([...pathOf(variable.owner), variable.name]);
  addCallable(unit, {
    name,
    line: body.line,
    mode: recordModeOf(variable.owner),
    parameters,
    body,
    reach: reach.ofParts([body], []),
  });
  return name;
}

/** The automatic half of a property whose other half has code. */
function automaticHalf(variable: VariableSymbol, half: 'getter' | 'setter', unit: UnitScope): string {
  return variable.property?.[half]?.automatic ? automaticText(variable, half, unit) : 'null';
}

/** A property without code, which counts how often it is read and assigned. @returns its entry of `accessors` */
export function automaticProperty(variable: VariableSymbol, unit: UnitScope): string {
  const [read, write] = (['getter', 'setter'] as const).map((half) => automaticText(variable, half, unit));
  return `${JSON.stringify(variable.slot)}:[${read},${write}]`;
}

function automaticText(variable: VariableSymbol, half: 'getter' | 'setter', unit: UnitScope): string {
  const field = `this${slotAccess(variableSlot(variable, true, unit))}`;
  const counted = unit.hit(variable.line);
  return half === 'getter' ? `function(){${counted}return ${field};}` : `function(v){${counted}${field}=v;}`;
}
