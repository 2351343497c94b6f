import { parseFormula } from './parser';

describe('parseFormula', () => {
  it('keeps line and column of every node, and freezes it', () => {
    const node = parseFormula('/* sum */\n  1 + LEN(Name)');
    expect(node).toEqual({
      kind: 'Binary',
      operator: '+',
      position: { line: 2, column: 5 },
      left: { kind: 'Number', text: '1', position: { line: 2, column: 3 } },
      right: {
        kind: 'Call',
        name: 'LEN',
        position: { line: 2, column: 7 },
        arguments: [{ kind: 'Reference', name: 'Name', merge: false, position: { line: 2, column: 11 } }],
      },
    });
    expect(Object.isFrozen(node)).toBe(true);
  });

  it('reads merge fields and spans of names as one reference', () => {
    expect(parseFormula('{!$Record.Account.Name}')).toMatchObject({
      name: '$Record.Account.Name',
      merge: true,
    });
    expect(parseFormula('Owner:User.Manager.Email')).toMatchObject({
      name: 'Owner:User.Manager.Email',
      merge: false,
    });
  });

  it('spells equal operators alike', () => {
    expect(parseFormula('a == b')).toMatchObject({ operator: '=' });
    expect(parseFormula('a != b')).toMatchObject({ operator: '<>' });
  });
});
