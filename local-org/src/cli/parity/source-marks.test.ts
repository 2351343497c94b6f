import { marksOf } from './source-marks';

describe('marksOf', () => {
  it('gives kind, symbol and paragraph of a mark in a doc comment', () => {
    const source = [
      '/**',
      ' * Deletes rows. DEVIATION: the recycle bin keeps them',
      ' * for ever.',
      ' *',
      ' * UNVERIFIED: the text.',
      ' * @throws ApiError',
      ' */',
      'export function deleteRows(): void {}',
    ].join('\n');
    expect(marksOf('a.ts', source)).toEqual([
      {
        kind: 'DEVIATION',
        file: 'a.ts',
        symbol: 'deleteRows',
        text: 'the recycle bin keeps them for ever.',
      },
      { kind: 'UNVERIFIED', file: 'a.ts', symbol: 'deleteRows', text: 'the text.' },
    ]);
  });

  it('reads line comments inside functions', () => {
    expect(marksOf('a.ts', '  // UNVERIFIED: which field\n  // is named.\n  run();\n')).toEqual([
      { kind: 'UNVERIFIED', file: 'a.ts', symbol: '', text: 'which field is named.' },
    ]);
  });
});
