import { makeKey } from './normalize-key';

describe('makeKey', () => {
  it.each([
    ['company', 'Acme Corp.', 'ACC-acme'],
    ['company', 'ACME, Inc', 'ACC-acme'],
    ['company', 'Yarrow & Finch', 'ACC-yarrow-and-finch'],
    ['company', 'Yarrow and Finch Ltd', 'ACC-yarrow-and-finch'],
    ['company', 'Company', 'ACC-company'],
    ['slug', 'Café  Olé!', 'ACC-cafe-ole'],
    ['slug', 'Cheers, Inc', 'ACC-cheers-inc'],
    ['verbatim', 'OH-1001', 'ACC-OH-1001'],
  ] as const)('form %s: %s becomes %s', (form, text, key) => {
    expect(makeKey('ACC-', form, text)).toBe(key);
  });

  it('shortens long keys by a hash that keeps them apart', () => {
    const long = 'x'.repeat(100);
    const [one, two] = [makeKey('P-', 'verbatim', `${long}1`), makeKey('P-', 'verbatim', `${long}2`)];
    expect(one).toHaveLength(80);
    expect(one).not.toBe(two);
  });
});
