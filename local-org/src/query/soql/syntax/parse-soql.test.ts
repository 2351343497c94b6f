import { parseSoql } from './parse-soql';

describe('parseSoql', () => {
  it('answers the same tree for the same text', () => {
    expect(parseSoql('SELECT Id FROM Account')).toBe(parseSoql('SELECT Id FROM Account'));
  });

  it('keeps names as written and their places', () => {
    expect(parseSoql('select id, Owner.name FROM account a')).toMatchObject({
      select: [
        { kind: 'expression', expression: { kind: 'path', names: ['id'], offset: 7 } },
        { kind: 'expression', expression: { kind: 'path', names: ['Owner', 'name'], offset: 11 } },
      ],
      from: { names: ['account'], alias: 'a', offset: 27 },
    });
  });

  it.each([
    [String.raw`'it\'s'`, "it's", "it's"],
    [String.raw`'a\\b'`, 'a\\b', 'a\\\\b'],
    [String.raw`'50\%'`, '50%', '50\\%'],
    [String.raw`'a\_b'`, 'a_b', 'a\\_b'],
    [String.raw`'\u00e9\n'`, 'é\n', 'é\n'],
  ])('reads the literal %s', (literal, value, pattern) => {
    expect(parseSoql(`SELECT Id FROM Account WHERE Name = ${literal}`).where).toMatchObject({
      right: { kind: 'string', value, pattern },
    });
  });

  it.each([
    ['5', { kind: 'number', value: 5 }],
    ['-1.50', { kind: 'number', value: -1.5 }],
    ['TRUE', { kind: 'boolean', value: true }],
    ['null', { kind: 'null' }],
    ['2026-11-22', { kind: 'date', text: '2026-11-22' }],
    ['2026-11-22T10:00:00Z', { kind: 'dateTime' }],
    ['10:00:00Z', { kind: 'time' }],
    ['last_n_days:5', { kind: 'dateFormula', name: 'LAST_N_DAYS', count: 5 }],
    [':a.b', { kind: 'bind', text: 'a.b' }],
    ['EUR5000', { kind: 'currency' }],
  ])('reads the value %s', (text, literal) => {
    expect(parseSoql(`SELECT Id FROM Account WHERE X = ${text}`).where).toMatchObject({ right: literal });
  });

  const nested = (open: string, depth: number): string =>
    `SELECT Id FROM Account WHERE ${open.repeat(depth)}Name = '(((('${')'.repeat(depth)}`;

  it('reads brackets within brackets', () => {
    expect(parseSoql(nested('(', 50)).where).toMatchObject({ kind: 'comparison' });
    const group = "((Name = 'x' AND Name = 'y') OR Name IN ('z'))";
    expect(
      parseSoql(`SELECT Id FROM Account WHERE ${group}${` OR ${group}`.repeat(500)}`).where,
    ).toMatchObject({
      kind: 'or',
    });
  });

  it.each(['(', '(NOT '])('refuses %s without end', (open) => {
    expect(() => parseSoql(nested(open, 10_000))).toThrow(
      expect.objectContaining({
        errorCode: 'QUERY_TOO_COMPLICATED',
        message: 'Query is either selecting too many fields or the filter conditions are too complicated.',
      }),
    );
  });
});
