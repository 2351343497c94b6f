import type { RunningUser } from '../../execution';
import type { ApexEngine } from '../engine/apex-engine';
import type { DebugEvent } from '../runtime/debug-log';
import type { ApexCase, Expectation } from './read-cases';

/**
 * Runs a case as an anonymous block.
 * @returns what it did, in the form of its expectations; of what it printed only the lines that the case speaks of
 */
export function runCase(engine: ApexEngine, apexCase: ApexCase, user: RunningUser): Expectation[] {
  const printed = new Map<number, string[]>();
  const log = (event: DebugEvent): void => {
    if (event.kind !== 'USER_DEBUG') return;
    printed.set(event.line, [...(printed.get(event.line) ?? []), event.message]);
  };
  const result = engine.runAnonymous(apexCase.body, { user, log: { log } });
  const found: Expectation[] = result.problems.map(({ line, message }) => ({
    line,
    kind: 'problem',
    text: message,
  }));
  for (const { line, kind } of apexCase.expectations) {
    const texts = printed.get(line);
    if (kind === 'debug' && texts) found.push({ line, kind, text: texts.join(' | ') });
  }
  if (result.exception) {
    const { lineNumber, description } = result.exception;
    found.push({ line: lineNumber, kind: 'exception', text: description });
  }
  return found.sort((a, b) => a.line - b.line);
}
