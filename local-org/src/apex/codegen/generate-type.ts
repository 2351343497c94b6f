import type { BoundType } from '../semantics/bound';
import type { TypeSymbol } from '../types/symbols';
import { addCallable, recordModeOf } from './generate-callable';
import { addConstructors } from './generate-constructors';
import { addInitializers } from './generate-initializers';
import { addProperty, automaticProperty } from './generate-property';
import { literalText } from './literals';
import { hasAccessors, isAutomatic } from './references';
import {
  CONSTRUCTOR_NAME,
  initializedText,
  isConstant,
  pathOf,
  STATIC_INITIALIZER_NAME,
  storedSlot,
  type TypeGeneration,
} from './type-generation';
import { slotAccess, type UnitScope } from './unit-scope';

/** Names the functions of a type's methods and constructors, so that all code of the unit can call them. */
export function nameMembers({ symbol, methods, constructors }: BoundType, unit: UnitScope): void {
  const path = pathOf(symbol);
  for (const method of methods) unit.nameFunction([...path, method.symbol.name], method.symbol);
  for (const constructor of constructors) unit.nameFunction([...path, CONSTRUCTOR_NAME], constructor.symbol);
}

/** Adds the functions of a type to the unit. @returns its `TypeCode` as text */
export function typeText(generation: TypeGeneration): string {
  const { type, unit } = generation;
  if (type.symbol.kind !== 'class') return EMPTY_TYPE;
  const initializers = addInitializers(type.instanceInitializers, CONSTRUCTOR_NAME, generation);
  const members = [
    ...addConstructors(initializers, generation),
    ...addMethods(false, generation),
    ...staticImplementations(generation),
  ];
  const coded = type.staticInitializers.filter((each) => !isConstant(each));
  const staticInitializers = addInitializers(coded, STATIC_INITIALIZER_NAME, generation);
  const run = staticInitializers.map((name) => `${name}();`).join('');
  return `{${[
    `shell:${shellText(type.symbol, unit)}`,
    `members:{${members.join(',')}}`,
    `accessors:{${addProperties(false, generation).join(',')}}`,
    `statics:{${addMethods(true, generation).join(',')}}`,
    `staticAccessors:{${addProperties(true, generation).join(',')}}`,
    `freshStatics:()=>(${freshStatics(type, unit)})`,
    `initialize:${run === '' ? 'null' : `()=>{${run}}`}`,
  ].join(',')}}`;
}

/** Interfaces and enums have no code. */
const EMPTY_TYPE =
  '{shell:null,members:{},accessors:{},statics:{},staticAccessors:{},freshStatics:null,initialize:null}';

/** A static method may implement one of an interface; it is then called on objects as well. */
function staticImplementations({ type, unit }: TypeGeneration): string[] {
  const methods = type.methods.filter(({ symbol }) => symbol.isStatic);
  return methods.flatMap(({ symbol }) =>
    symbol.slots.slice(1).map((slot) => `${JSON.stringify(slot)}:${unit.functionOf(symbol) ?? 'null'}`),
  );
}

/** Adds the static methods, or the others. @returns entries of `statics` or `members`, one per slot */
function addMethods(areStatic: boolean, generation: TypeGeneration): string[] {
  const { type, unit, reach } = generation;
  const methods = type.methods.filter(({ symbol }) => symbol.isStatic === areStatic);
  return methods.flatMap((method) => {
    const name = unit.functionOf(method.symbol) ?? '';
    addCallable(unit, {
      ...method,
      name,
      mode: recordModeOf(type.symbol),
      reach: reach.of(method),
      ...(areStatic && { before: () => initializedText(generation) }),
    });
    return method.symbol.slots.map((slot) => `${JSON.stringify(slot)}:${name}`);
  });
}

/** Adds the accessors of static properties, or of the others. @returns entries of `accessors` */
function addProperties(areStatic: boolean, generation: TypeGeneration): string[] {
  const { type, unit } = generation;
  const coded = type.properties.filter(({ variable }) => variable.isStatic === areStatic);
  const others = type.symbol.variables.filter(
    (variable) => variable.isStatic === areStatic && isAutomatic(variable) && hasAccessors(variable, unit),
  );
  return [
    ...coded.map((property) => addProperty(property, generation)),
    ...others.map((variable) => automaticProperty(variable, unit)),
  ];
}

/** The JavaScript class: all fields exist from the start, so that all objects of the class have one shape. */
function shellText(symbol: TypeSymbol, unit: UnitScope): string {
  const fields = symbol.variables.filter(({ isStatic }) => !isStatic);
  const body = fields.map((field) => `this${slotAccess(storedSlot(field, unit))}=null;`).join('');
  return `(S)=>class extends S{constructor(){super();${body}}}`;
}

function freshStatics({ symbol, staticInitializers }: BoundType, unit: UnitScope): string {
  const constants = new Map(staticInitializers.filter(isConstant).map((each) => [each.variable, each.value]));
  const entries = symbol.variables
    .filter(({ isStatic }) => isStatic)
    .map((variable) => {
      const value = constants.get(variable);
      const text = value?.kind === 'literal' ? literalText(value.type, value.value, unit) : 'null';
      return `${JSON.stringify(storedSlot(variable, unit))}:${text}`;
    });
  return `{${entries.join(',')}}`;
}
