import type { BoundInitializer } from '../semantics/bound';
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
  const groups: BoundInitializer[][] = [];
  for (const initializer of initializers) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    // The initialiser itself begins there too.
    const own = last && initializer.line > last.line ? 1 : 0;
    const others = last ? generation.codeLines.countBetween(last.line, initializer.line) - own : 0;
    // A block has locals, whose names count within it.
    const alone = initializer.kind === 'block' || last?.kind === 'block';
    if (!group || alone || others > 0) groups.push([initializer]);
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
