import type { Name } from '../syntax/ast';
import type { CompileProblems } from './compile-error';
import { DECLARATION_MESSAGES as MESSAGES } from './declaration-messages';

/** What a name is given to. */
export type NamedKind = 'variable' | 'method' | 'type' | 'enumConstant' | 'trigger' | 'topLevelType';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Refused everywhere. */
const KEYWORDS = words('delete for insert merge new select trigger undelete update upsert');

/** Refused for everything but methods. */
const RESERVED = words(
  `activate any array autonomous begin bigdecimal bulk byte case cast char collect commit const default desc end exception
   exit export float goto group having hint import inner int into join loop number object of outer package parallel pragma
   retrieve rollback short sort super switch synchronized system then this transaction when
   blob boolean currency date datetime decimal double integer list long map set sobject string time void`,
);

/** Refused for classes and interfaces as well. */
const RESERVED_FOR_TYPES = words('apexpages page');

/** Most characters of a name. */
const MAX_NAME_LENGTH = 255;
/** Most characters of the name of a class that is deployed by itself. */
const MAX_CLASS_NAME_LENGTH = 40;

/** A letter first, then letters, digits and single underscores, none at the end. */
const VALID = /^[a-z](?:_?[a-z0-9])*$/i;

/**
 * Reports a name that a declaration may not have.
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_reserved_words.htm
 */
export function checkIdentifier(name: Name, kind: NamedKind, problems: CompileProblems): void {
  const message = problemOf(name.text, kind);
  if (message) problems.report(name, message);
}

function problemOf(text: string, kind: NamedKind): string | null {
  const word = text.toLowerCase();
  const isType = kind === 'type' || kind === 'topLevelType';
  if (!VALID.test(text)) return MESSAGES.invalidCharacter(text);
  if (KEYWORDS.has(word)) return MESSAGES.keywordName(text);
  if (kind !== 'method' && RESERVED.has(word)) return MESSAGES.reservedName(text);
  if (isType && RESERVED_FOR_TYPES.has(word)) return MESSAGES.reservedTypeName(text);
  const most = kind === 'topLevelType' ? MAX_CLASS_NAME_LENGTH : MAX_NAME_LENGTH;
  return text.length > most ? MESSAGES.nameTooLong(text) : null;
}
