/** `Account(Id, Name WHERE Phone != null ORDER BY Name LIMIT 5)`: an object of RETURNING, with its parts. */
const RETURNED = /^([^\s(]+)\s*(?:\((.*)\))?$/s;
const CLAUSES = /\b(WHERE|ORDER\s+BY|LIMIT|OFFSET)\b/i;

/**
 * What a search asks of the records that `Test.setFixedSearchResults` named, as a query per object of RETURNING: their
 * text does not matter, but WHERE, ORDER BY and LIMIT do.
 * @param idBind name of the bind that holds the ids
 * @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_SOSL.htm
 */
export function fixedSearchQueries(sosl: string, idBind: string): string[] {
  const [, returning = ''] = /\bRETURNING\s+(.+)$/is.exec(sosl) ?? [];
  return partsOf(returning).map((part) => {
    const [, objectName = '', inner = 'Id'] = RETURNED.exec(part.trim()) ?? [];
    const at = inner.search(CLAUSES);
    const fields = (at < 0 ? inner : inner.slice(0, at)).trim() || 'Id';
    const clauses = at < 0 ? '' : inner.slice(at);
    const [, condition = '', rest = ''] =
      /^WHERE\b(.*?)(\b(?:ORDER\s+BY|LIMIT|OFFSET)\b.*)?$/is.exec(clauses) ?? [];
    const where = condition === '' ? '' : ` AND (${condition.trim()})`;
    const ending = condition === '' ? clauses : rest;
    return `SELECT ${fields} FROM ${objectName} WHERE Id IN :${idBind}${where} ${ending}`.trim();
  });
}

/** Parts between commas outside of parentheses, up to a clause of the search itself. */
function partsOf(returning: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of returning) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.replace(/(\)|^\s*\w+)\s+(?:WITH|LIMIT|UPDATE)\b.*$/is, '$1'));
}
