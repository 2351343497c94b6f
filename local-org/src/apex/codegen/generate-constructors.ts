import type { BoundConstructor } from '../semantics/bound';
import type { ConstructorSymbol, TypeSymbol } from '../types/symbols';
import type { CallableScope } from './callable-scope';
import { addCallable, recordModeOf } from './generate-callable';
import { reachOfInitializers } from './generate-initializers';
import { atLine } from './layout-lines';
import type { Reach } from './reach-analysis';
import { CONSTRUCTOR_NAME, initializedText, pathOf, type TypeGeneration } from './type-generation';
import { isUserType, slotAccess, type UnitScope } from './unit-scope';

/**
 * Adds the constructors of a class, or the one that a class without any has.
 * @param initializers the functions that run the initialisers
 * @returns entries of `members`
 */
export function addConstructors(initializers: readonly string[], generation: TypeGeneration): string[] {
  const { constructors, symbol } = generation.type;
  const ofExceptions = symbol.constructors.filter(({ run }) => run !== null);
  const code = constructors.filter((constructor) => constructor.symbol.run === null);
  const declared = code.map((constructor) => addConstructor(constructor, initializers, generation));
  const inherited = ofExceptions.map(({ slot }) => addExceptionConstructor(slot, initializers, generation));
  const all = [...declared, ...inherited];
  return all.length > 0 ? all : addDefaultConstructor(initializers, generation);
}

/** A constructor that each exception has: `(message, cause)`. It begins as a default constructor does. */
function addExceptionConstructor(
  slot: string,
  initializers: readonly string[],
  generation: TypeGeneration,
): string {
  const { unit, type } = generation;
  const { symbol } = type;
  const name = unit.nameFunction([...pathOf(symbol), CONSTRUCTOR_NAME]);
  const begin = initializedText(generation) + runAll(initializers) + superText(symbol, [], null, unit);
  const end = `return ${unit.helper('constructException')}(this,parts);`;
  unit.addPiece(symbol.line, `function ${name}(...parts){${begin}${end}}`);
  return `${JSON.stringify(slot)}:${name}`;
}

function addDefaultConstructor(initializers: readonly string[], generation: TypeGeneration): string[] {
  const { unit, type } = generation;
  const { symbol } = type;
  const name = unit.nameFunction([...pathOf(symbol), CONSTRUCTOR_NAME]);
  addCallable(unit, {
    name,
    line: symbol.line,
    mode: recordModeOf(symbol),
    parameters: [],
    body: { kind: 'block', line: symbol.line, statements: [] },
    reach: reachOf(null, generation),
    isConstructor: true,
    before: () => initializedText(generation) + runAll(initializers) + superText(symbol, [], null, unit),
  });
  return [`${JSON.stringify(symbol.constructors[0]?.slot ?? 'k_0')}:${name}`];
}

function addConstructor(
  constructor: BoundConstructor,
  initializers: readonly string[],
  generation: TypeGeneration,
): string {
  const { unit, type } = generation;
  const name = unit.functionOf(constructor.symbol) ?? '';
  addCallable(unit, {
    name,
    line: constructor.line,
    mode: recordModeOf(type.symbol),
    parameters: constructor.parameters,
    body: constructor.body,
    reach: reachOf(constructor, generation),
    isConstructor: true,
    before: (scope) =>
      initializedText(generation) +
      (isDeclared(constructor, type.symbol) ? unit.hit(constructor.line) : '') +
      chainText(constructor, initializers, type.symbol, scope),
  });
  return `${JSON.stringify(constructor.symbol.slot)}:${name}`;
}

/** The one that a class has without declaring it stands at the line of the class; it is no code that counts. */
function isDeclared({ line, parameters, body }: BoundConstructor, symbol: TypeSymbol): boolean {
  return line !== symbol.line || parameters.length > 0 || body.statements.length > 0;
}

/** Another constructor, of the class or of a user's superclass, may lead anywhere. */
function reachOf(constructor: BoundConstructor | null, { type, reach }: TypeGeneration): Reach {
  if (userSuperclass(type.symbol) || constructor?.chained?.kind === 'this')
    return { users: true, records: true };
  const blocks = constructor ? [constructor.body] : [];
  const own = reach.ofParts(blocks, constructor?.chained?.arguments ?? []);
  const initializers = reachOfInitializers(type.instanceInitializers, reach);
  return { users: own.users || initializers.users, records: own.records || initializers.records };
}

const runAll = (functions: readonly string[]): string =>
  functions.map((name) => `${name}.call(this);`).join('');

const userSuperclass = ({ superclass }: TypeSymbol): TypeSymbol | null =>
  superclass && isUserType(superclass) ? superclass.symbol : null;

/**
 * `this(...)` leaves the initialisers to the other constructor; else they run, then the constructor of the superclass: a
 * method of the subclass that it calls finds the fields of the subclass initialised.
 * So does the platform's own compiler, which `prettier-plugin-apex` carries (`ConstructorPreambleStatement`).
 */
function chainText(
  { chained }: BoundConstructor,
  initializers: readonly string[],
  symbol: TypeSymbol,
  scope: CallableScope,
): string {
  const args = chained?.arguments.map((argument) => scope.expression(argument)) ?? [];
  const at = chained ? `${atLine(chained.line)}${scope.unit.hit(chained.line)}` : '';
  if (chained?.kind === 'this') {
    const { slot } = chained.constructor;
    // Constructors that exceptions have from the platform are known by their slot only.
    const ofPlatform = (): string => `${scope.unit.classHandle(symbol)}.klass.prototype${slotAccess(slot)}`;
    const other = scope.unit.functionOf(chained.constructor) ?? ofPlatform();
    return `${at}${other}.call(${['this', ...args].join(',')});`;
  }
  return runAll(initializers) + at + superText(symbol, args, chained?.constructor ?? null, scope.unit);
}

/** The call of the superclass's constructor; null is the one without parameters. */
function superText(
  symbol: TypeSymbol,
  args: readonly string[],
  constructor: ConstructorSymbol | null,
  unit: UnitScope,
): string {
  const user = userSuperclass(symbol);
  if (user) {
    const wanted = constructor ?? user.constructors.find(({ parameters }) => parameters.length === 0);
    const slot = slotAccess(wanted?.slot ?? 'k_0');
    return `${unit.classHandle(user)}.klass.prototype${slot}.call(${['this', ...args].join(',')});`;
  }
  return args.length === 0 ? '' : `${unit.helper('constructException')}(this,[${args.join(',')}]);`;
}
