import { isTestClass } from '../semantics/visibility';
import type { CodeBase } from './code-base';
import type { CoverableUnit } from './line-counters';

/**
 * The classes and triggers whose lines count for coverage: all but test classes and what does not compile.
 * @param counters how often lines ran, by the linker's key of the unit
 */
export function coverableUnits(code: CodeBase, counters: ReadonlyMap<string, Uint32Array>): CoverableUnit[] {
  const testClasses = new Set(code.classes.filter(isTestClass).map(({ qualifiedName }) => qualifiedName));
  return code.sources.flatMap((source): CoverableUnit[] => {
    const { kind, name } = source;
    if (kind === 'class' && testClasses.has(name)) return [];
    const lines = code.coverableLines(source);
    if (lines.length === 0) return [];
    const counts = counters.get(`${kind === 'class' ? 'class' : 'main'}:${name.toLowerCase()}`);
    return [{ name, kind, lines, counts }];
  });
}
