import { UnsupportedFeatureError } from '../../core';

/** A name of a report formula: `AMOUNT`, `Deal__c.Size__c`, `Deal__c$Size__c`; not a function, not a text. */
const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[A-Za-z_][\w.$]*(?::[A-Z]+)?(?!\w|\s*\()/g;

/** A formula whose report names have been replaced by names that the formula language has. */
export interface TranslatedFormula {
  readonly source: string;
  /** Field names of the source, by the report name they stand for. */
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * Replaces the names of a report formula by field names `F0__c`, `F1__c`, ... Names that `isName` does not know are left
 * to the formula compiler, which reports them.
 */
export function translateFormula(source: string, isName: (token: string) => boolean): TranslatedFormula {
  const fields = new Map<string, string>();
  const translated = source.replace(TOKEN, (token) => {
    if (!isName(token)) return token;
    const known = fields.get(token) ?? `F${fields.size}__c`;
    fields.set(token, known);
    return known;
  });
  return { source: translated, fields };
}

/** Refuses functions that need more than one group, where they stand in a form that is not run. */
export function refuseGroupFunctions(source: string, formulaName: string): void {
  const found = /\b(PARENTGROUPVAL|PREVGROUPVAL)\s*\(/i.exec(source)?.[1];
  if (found !== undefined) {
    throw new UnsupportedFeatureError(
      `${found.toUpperCase()} of an expression in report formula ${formulaName}`,
    );
  }
}
