import type { BoundBlock, LocalVariable } from '../semantics/bound';
import type { TypeSymbol } from '../types/symbols';
import { CallableScope, localName, type CallableTraits, type Writers } from './callable-scope';
import { expressionText } from './expressions';
import { TICK } from './loops';
import { neverNullLocals } from './null-analysis';
import type { Reach } from './reach-analysis';
import { blockText, leaveText, statementText } from './statements';
import type { UnitScope } from './unit-scope';

const WRITERS: Writers = { expression: expressionText, statement: statementText, block: blockText };

/** How code reaches records. */
export interface RecordMode {
  /** Whether it is restricted to records shared with the user; null leaves what the caller has. */
  readonly sharing: boolean | null;
  /** Mode of database operations that name none; null leaves what the caller has. */
  readonly access: 'user' | 'system' | null;
}

/** A function to be generated. */
export interface CallableParts {
  /** Its name in the text. */
  readonly name: string;
  readonly line: number;
  readonly parameters: readonly LocalVariable[];
  readonly body: BoundBlock;
  readonly reach: Reach;
  readonly mode: RecordMode;
  readonly isConstructor?: boolean;
  /** Text that runs before the body, made with the function's scope. */
  readonly before?: (scope: CallableScope) => string;
}

/**
 * Adds a function to the unit. It initialises its class when that is new to the transaction (static methods and
 * constructors say so in `before`), counts the depth of calls, and runs with the sharing that its class declares.
 */
export function addCallable(unit: UnitScope, parts: CallableParts): void {
  const { name, line, parameters, body, reach, mode, isConstructor = false, before } = parts;
  const traits: CallableTraits = {
    deep: reach.users,
    isConstructor,
  };
  const scope = new CallableScope(unit, traits, neverNullLocals(body), WRITERS);
  const first = before?.(scope) ?? '';
  const last = `${leaveText(scope)}${isConstructor ? 'return this;' : ''}`;
  const work = `${first}${scope.block(body).slice(1, -1)}${last}`;
  const enter = traits.deep ? `${TICK}const $d=$m.depth+1;if($d>1000)$deep();$m.depth=$d;` : '';
  const text = `${enter}${scope.temporaryDeclarations}${reach.records ? inMode(mode, work) : work}`;
  unit.addPiece(line, `function ${name}(${parameters.map(localName).join(',')}){${text}}`);
}

/** Sets how records are reached while the function runs. */
function inMode({ sharing, access }: RecordMode, work: string): string {
  const changes = [
    ...(sharing === null ? [] : [['sharing', String(sharing)] as const]),
    ...(access === null ? [] : [['callerAccess', JSON.stringify(access)] as const]),
  ];
  if (changes.length === 0) return work;
  const begin = changes.map(([name, value]) => `const $${name}=$e.${name};$e.${name}=${value};`);
  const end = changes.map(([name]) => `$e.${name}=$${name};`);
  return `const $e=$rt.execution;${begin.join('')}try{${work}}finally{${end.join('')}}`;
}

/** First API version in which a class that declares nothing runs with sharing, and its database operations in user mode. */
const USER_MODE_VERSION = 67;

/**
 * What a class declares, or has by its API version. Inner classes do not take over what their outer class declares.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_keywords_sharing.htm
 */
export function recordModeOf({ sharing, apiVersion }: TypeSymbol): RecordMode {
  const access = apiVersion >= USER_MODE_VERSION ? 'user' : 'system';
  if (sharing === 'with' || sharing === 'without') return { sharing: sharing === 'with', access };
  return { sharing: sharing === 'omitted' && access === 'user' ? true : null, access };
}
