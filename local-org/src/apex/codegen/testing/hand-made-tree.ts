import { noMembers } from '../../types/no-members';
import type {
  BoundBlock,
  BoundExpression,
  BoundStatement,
  BoundUnit,
  LocalVariable,
} from '../../semantics/bound';
import type { ApexType, ClassApexType } from '../../types/apex-type';
import type { ApexTypes } from '../../types/apex-types';
import type { TypeSymbol } from '../../types/symbols';

/** A platform type symbol with nothing in it. */
export function platformSymbol(name: string, parts: Partial<TypeSymbol> = {}): TypeSymbol {
  return {
    qualifiedName: `System.${name}`,
    simpleName: name,
    kind: 'class',
    origin: 'platform',
    access: 'global',
    isAbstract: false,
    isVirtual: false,
    ...noMembers(),
    outer: null,
    modifiers: [],
    annotations: [],
    sharing: 'omitted',
    apiVersion: 67,
    unitName: null,
    line: 1,
    ...parts,
  };
}

/** Types by name; unknown ones come into being as empty platform types. */
export function handMadeTypes(): ApexTypes {
  const known = new Map<string, ClassApexType>();
  const platform = (name: string): ClassApexType => {
    const simple = name.replace(/^System\./, '');
    let type = known.get(simple);
    if (!type) {
      const isException = simple.endsWith('Exception') && simple !== 'Exception';
      const superclass = isException ? platform('Exception') : null;
      type = { kind: 'class', symbol: platformSymbol(simple, { superclass }), arguments: [], name: simple };
      known.set(simple, type);
    }
    return type;
  };
  const of = (symbol: TypeSymbol): ClassApexType => {
    let type = known.get(symbol.qualifiedName);
    if (!type)
      known.set(
        symbol.qualifiedName,
        (type = { kind: 'class', symbol, arguments: [], name: symbol.qualifiedName }),
      );
    return type;
  };
  return {
    void: { kind: 'void', name: 'void' },
    null: { kind: 'null', name: 'null' },
    sobject: { kind: 'sobject', objectName: null, name: 'SObject' },
    of,
    platform,
    find: platform,
    symbol: (name: string) => platform(name).symbol,
    list: () => platform('List'),
  } as unknown as ApexTypes;
}

/** Makes parts of a bound tree, each on the line that it is given. */
export function treeMaker(types: ApexTypes) {
  const type = (name: string): ApexType => types.platform(name);
  return {
    local: (name: string, typeName: string, index: number): LocalVariable => ({
      name,
      type: type(typeName),
      index,
    }),
    integer: (line: number, value: number): BoundExpression => ({
      kind: 'literal',
      line,
      type: type('Integer'),
      value,
    }),
    text: (line: number, value: string): BoundExpression => ({
      kind: 'literal',
      line,
      type: type('String'),
      value,
    }),
    nothing: (line: number, typeName: string): BoundExpression => ({
      kind: 'literal',
      line,
      type: type(typeName),
      value: null,
    }),
    read: (line: number, variable: LocalVariable): BoundExpression => ({
      kind: 'local',
      line,
      type: variable.type,
      variable,
    }),
    declare: (line: number, variable: LocalVariable, value: BoundExpression | null): BoundStatement => ({
      kind: 'local',
      line,
      variable,
      value,
    }),
    run: (line: number, expression: BoundExpression): BoundStatement => ({
      kind: 'expression',
      line,
      expression,
    }),
    block: (line: number, ...statements: BoundStatement[]): BoundBlock => ({
      kind: 'block',
      line,
      statements,
    }),
  };
}

/** An anonymous block of these statements. */
export function anonymousUnit(...statements: BoundStatement[]): BoundUnit {
  return {
    kind: 'anonymous',
    name: 'anon',
    types: [],
    methods: [],
    main: { line: 1, parameters: [], body: { kind: 'block', line: 1, statements } },
  };
}
