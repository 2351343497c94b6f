import type { BoundInitializer, BoundType } from '../semantics/bound';
import type { CallableScope } from './callable-scope';
import { addCallable, recordModeOf } from './generate-callable';
import { atLine } from './layout-lines';
import type { Reach, ReachAnalysis } from './reach-analysis';
import { pathOf, storedSlot, type TypeGeneration } from './type-generation';
import { slotAccess } from './unit-scope';

/**
 * Adds functions that run initialisers. Lines of a function must ascend, so only those share one between which no other
 * code of the unit stands.
 * @param stackName how stacks name them
 * @returns their names in order
 */
export function addInitializers(
  initializers: readonly BoundInitializer[],
  stackName: string,
  generation: TypeGeneration,
): string[] {
  const breaks = linesOfOthers(generation.types, initializers);
  const groups: BoundInitializer[][] = [];
  for (const initializer of initializers) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isBetween = (line: number): boolean => !last || (line > last.line && line <= initializer.line);
    // A block has locals, whose names count within it.
    const alone = initializer.kind === 'block' || last?.kind === 'block';
    if (!group || alone || breaks.some(isBetween)) groups.push([initializer]);
    else group.push(initializer);
  }
  return groups.map((group) => addFunction(group, stackName, generation));
}

/** What initialisers lead to. */
export function reachOfInitializers(initializers: readonly BoundInitializer[], reach: ReachAnalysis): Reach {
  return reach.ofParts(
    initializers.flatMap((each) => (each.kind === 'block' ? [each.body] : [])),
    initializers.flatMap((each) => (each.kind === 'variable' ? [each.value] : [])),
  );
}

/** Lines at which code of a unit begins, as far as these initialisers do not stand there. */
function linesOfOthers(types: readonly BoundType[], own: readonly BoundInitializer[]): number[] {
  return types.flatMap((type) => {
    const { line, methods, constructors, properties, instanceInitializers, staticInitializers } = type;
    const others = [...instanceInitializers, ...staticInitializers].filter((each) => !own.includes(each));
    const members = [...methods, ...constructors, ...properties, ...others];
    const accessors = properties.flatMap(({ getter, setter }) => [getter?.line, setter?.body.line]);
    return [line, ...members.map((member) => member.line), ...accessors.filter((each) => each !== undefined)];
  });
}

function addFunction(
  group: readonly BoundInitializer[],
  stackName: string,
  { type: { symbol }, unit, reach }: TypeGeneration,
): string {
  const name = unit.nameFunction([...pathOf(symbol), stackName]);
  const [first] = group;
  const line = first?.line ?? symbol.line;
  addCallable(unit, {
    name,
    line,
    mode: recordModeOf(symbol),
    parameters: [],
    body: first?.kind === 'block' ? first.body : { kind: 'block', line, statements: [] },
    reach: reachOfInitializers(group, reach),
    before: (scope) =>
      group.map((each) => (each.kind === 'variable' ? assignmentText(each, scope) : '')).join(''),
  });
  return name;
}

function assignmentText(
  { line, variable, value }: Extract<BoundInitializer, { kind: 'variable' }>,
  scope: CallableScope,
): string {
  const target = variable.isStatic ? scope.unit.statics(variable.owner) : 'this';
  const place = `${target}${slotAccess(storedSlot(variable, scope.unit))}`;
  return `${atLine(line)}${scope.unit.hit(line)}${place}=${scope.expression(value)};`;
}
