import type { BoundUnit } from '../semantics/bound';
import { addCallable, type RecordMode } from './generate-callable';
import { nameMembers, typeText } from './generate-type';
import { CodeLines } from './code-lines';
import { layoutLines } from './layout-lines';
import type { GeneratedUnit, LocalTypes } from './link-entry';
import { ReachAnalysis } from './reach-analysis';
import { isUserType, UnitScope, type GenerateOptions } from './unit-scope';

/** First part of the names of functions outside of classes, as stacks show it. */
const MAIN_PATHS: Readonly<Record<BoundUnit['kind'], (name: string) => string[]>> = {
  class: (name) => ['Class', name],
  trigger: (name) => ['Trigger', name],
  anonymous: () => ['AnonymousBlock'],
};

/**
 * Triggers see all records; an anonymous block those of its user.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_anonymous_block.htm
 */
const MAIN_MODES: Readonly<Record<BoundUnit['kind'], RecordMode>> = {
  class: { sharing: null, access: null },
  trigger: { sharing: false, access: 'system' },
  anonymous: { sharing: true, access: 'user' },
};

const EVERYTHING = { users: true, records: true };

/** The text of a unit, and the types that it names: those of a trigger or block are known to no other unit. */
export interface Generated {
  readonly unit: GeneratedUnit;
  readonly local: LocalTypes;
}

/**
 * Turns the bound tree of a class, trigger or anonymous block into the text of one JavaScript function. Line n of the text
 * is line n of the source. All names in it are its own or those of its parameters, so that it reaches nothing else.
 */
export function generateUnit(bound: BoundUnit, options: GenerateOptions): Generated {
  const unit = new UnitScope(bound.name, options);
  const reach = new ReachAnalysis(bound);
  const path = MAIN_PATHS[bound.kind](bound.name);
  for (const type of bound.types) nameMembers(type, unit);
  for (const method of bound.methods) {
    unit.nameFunction(bound.kind === 'anonymous' ? path : [...path, method.symbol.name], method.symbol);
  }
  const codeLines = new CodeLines(bound.types);
  const types = bound.types.map((type) => typeText({ type, codeLines, unit, reach }));
  for (const method of bound.methods) {
    addCallable(unit, {
      ...method,
      name: unit.functionOf(method.symbol) ?? '',
      mode: MAIN_MODES[bound.kind],
      reach: reach.of(method),
    });
  }
  const main = bound.main && unit.nameFunction(path);
  if (bound.main && main !== null) {
    addCallable(unit, { ...bound.main, name: main, mode: MAIN_MODES[bound.kind], reach: EVERYTHING });
  }
  const functions = unit.functionText(main);
  const result = `return {types:[${types.join(',')}],main:${functions.main}};`;
  const text = layoutLines(`${header(unit)}${functions.text}${result}})`);
  for (const { symbol } of bound.types) unit.symbols.set(symbol.qualifiedName, symbol);
  const generated = {
    kind: bound.kind,
    name: bound.name,
    text,
    links: unit.links,
    helpers: [...unit.helpers],
    types: bound.types.map(({ symbol }) => ({
      name: symbol.qualifiedName,
      superclass:
        symbol.superclass && isUserType(symbol.superclass) ? symbol.superclass.symbol.qualifiedName : null,
    })),
    coverableLines: [...unit.coverableLines].sort((a, b) => a - b),
  };
  return { unit: generated, local: { types: unit.types, symbols: unit.symbols } };
}

/** Parameters of the unit's function, and its constants. */
function header(unit: UnitScope): string {
  const constants = [
    '$imul=$h.imul',
    '$tick=$h.tick',
    '$deep=$h.deep',
    ...[...unit.helpers].map((name) => `$h_${name}=$h[${JSON.stringify(name)}]`),
    ...unit.links.map((_, place) => `$k${place}=$l[${place}]`),
  ];
  return `(function($rt,$m,$h,$l,$cv){"use strict";const ${constants.join(',')};`;
}
