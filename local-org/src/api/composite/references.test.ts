import { JsonText } from '../http/responses';
import { checkReferenceIds, ReferencedAnswers, referencedIds } from './references';

function answers(): ReferencedAnswers {
  const references = new ReferencedAnswers();
  references.add('a', { id: '001000000000001AAA', success: true });
  references.add('found', new JsonText('{"records":[{"Id":"003000000000001AAA","Amount":5.0}]}'));
  return references;
}

describe('ReferencedAnswers', () => {
  it('replaces references in texts, and whole texts by the value itself', () => {
    expect(answers().resolve('/sobjects/Account/@{a.id}/x')).toBe('/sobjects/Account/001000000000001AAA/x');
    expect(answers().resolve({ Amount: '@{found.records[0].Amount}', list: ['@{a.id}'], other: 1 })).toEqual({
      Amount: 5,
      list: ['001000000000001AAA'],
      other: 1,
    });
  });

  it.each(['@{b.id}', '@{a.name}', '@{found.records[1].Id}', '@{a.constructor}', '@{a}'])(
    'finds no value for %s',
    (text) => {
      const path = text.slice(2, -1);
      expect(() => answers().resolve(text)).toThrow(
        `Invalid reference specified. No value for ${path} found in`,
      );
    },
  );
});

describe('referencedIds', () => {
  it('names each answer once', () => {
    expect(referencedIds(['/x/@{a.id}', { y: '@{b.records[0].Id}', z: '@{a.id}' }])).toEqual(['a', 'b']);
  });
});

describe('checkReferenceIds', () => {
  it.each([[['a b']], [['']], [['a-b']], [['x', 'x']]])('refuses %j', (ids) => {
    expect(() => checkReferenceIds(ids)).toThrow(/referenceId/);
  });
});
