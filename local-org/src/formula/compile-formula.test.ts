import { Schema } from '../schema';
import { compileFormula } from './compile-formula';
import { fieldDefinition, objectDefinition } from './conformance/field-definition';
import { exactNumber } from './values/decimal';
import type { BlankHandling, CompiledFormula, FormulaEnvironment, FormulaRecord } from './types';

const account = objectDefinition('Account', '001', [fieldDefinition('Industry', 'string')]);
const opportunity = objectDefinition('Opportunity', '006', [
  fieldDefinition('Amount', 'currency'),
  fieldDefinition('AccountId', 'reference', {
    relationship: {
      kind: 'lookup',
      referenceTo: ['Account'],
      relationshipName: 'Account',
      childRelationshipName: 'Opportunities',
      onDelete: 'SetNull',
    },
  }),
]);
const schema = new Schema([account, opportunity]);

function compile(source: string, blankHandling: BlankHandling = 'BlankAsBlank'): CompiledFormula {
  return compileFormula(source, {
    schema,
    objectName: 'opportunity',
    usage: 'formulaField',
    blankHandling,
    globalType: () => undefined,
  });
}

function environmentOf(record: Partial<FormulaRecord>): FormulaEnvironment {
  return {
    record: { objectName: 'Opportunity', get: () => null, parent: () => null, ...record },
    prior: null,
    isNew: false,
    isClone: false,
    nowMs: 0,
    timeZone: 'GMT',
    global: () => null,
    lookup: () => null,
  };
}

describe('compileFormula', () => {
  it('lists the fields it reads by canonical path, each once', () => {
    const { references } = compile("IF(account.industry = 'x', AMOUNT, amount)");
    expect(references).toEqual([['Account', 'Industry'], ['Amount']]);
  });

  it('lists the functions it calls in upper case', () => {
    expect([...compile('if(not(isblank(Amount)), round(Amount, 0), 0)').functions].sort()).toEqual([
      'IF',
      'ISBLANK',
      'NOT',
      'ROUND',
    ]);
  });

  it('says whether its text is HTML', () => {
    expect(compile("'a' & BR()").html).toBe(true);
    expect(compile("LEN('a' & BR())").html).toBe(false);
    expect(compile("'a'").html).toBe(false);
  });

  it('takes the blank of a field as zero even where that field is a formula with blanks of its own', () => {
    expect(compile('Amount + 1', 'BlankAsZero').evaluate(environmentOf({ get: () => null }))).toBe(1);
    expect(compile('Amount + 1', 'BlankAsBlank').evaluate(environmentOf({ get: () => null }))).toBeNull();
  });

  it('uses all digits of a number where the record has them', () => {
    const exact = environmentOf({ get: () => 0.1, exactNumber: () => exactNumber('0.10000000000000000001') });
    expect(compile('Amount = 0.10000000000000000001').evaluate(exact)).toBe(true);
    expect(compile('Amount = 0.1').evaluate(exact)).toBe(false);
  });

  it('evaluates many nested operators', () => {
    expect(compile(Array.from({ length: 1900 }, () => '1').join('+')).evaluate(environmentOf({}))).toBe(1900);
    expect(() => compile('('.repeat(1900) + '1' + ')'.repeat(1900))).toThrow('Syntax error');
  });
});
