import type { ApexParserRuleContext, ApexTerminalNode, IdContext } from '@apexdevtools/apex-parser';
import type { Name, Node } from './ast';

/** Where a node of the parse tree begins. */
export function placeOf(context: ApexParserRuleContext): Node {
  return { line: context.start.line, column: context.start.column + 1 };
}

/** An identifier with its place. */
export function nameOf(context: ApexParserRuleContext): Name {
  return { text: context.getText(), ...placeOf(context) };
}

/** Whether an optional part of a rule stood there; the parser's typings leave the null out. */
export function present<T>(part: T | null | undefined): part is T {
  return part !== null && part !== undefined;
}

/** The part, or null when it did not stand there. */
export function optional<T, R>(part: T | null | undefined, read: (part: T) => R): R | null {
  return present(part) ? read(part) : null;
}

/** Source text of a rule as written, blanks and comments included. */
export function sourceOf(context: ApexParserRuleContext): string {
  const { start, stop } = context;
  return start.getInputStream().getText(start.start, (stop ?? start).stop);
}

/** Place of a terminal. */
export function placeOfTerminal(terminal: ApexTerminalNode): Node {
  return { line: terminal.symbol.line, column: terminal.symbol.column + 1 };
}

/** `['Account', 'External_Id__c']` of a dotted name. */
export function namesOf(ids: readonly IdContext[]): Name[] {
  return ids.map(nameOf);
}
