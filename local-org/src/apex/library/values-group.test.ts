import { readSignature } from '../types/signature';
import { valueRuntime } from '../testing-support/value-runtime';
import { valuesGroup } from './values-group';

describe('values of the library', () => {
  const members = valuesGroup.flatMap(({ name, members }) =>
    members.map(({ signature }) => ({ name, signature })),
  );

  it('signatures: all can be read', () => {
    for (const { signature } of members) expect(() => readSignature(signature)).not.toThrow();
  });

  it('signatures: none is declared twice', () => {
    const seen = members.map(({ name, signature }) => {
      const { name: member, parameters, kind } = readSignature(signature);
      return `${name}.${kind} ${member}(${JSON.stringify(parameters.map(({ type }) => type))})`.toLowerCase();
    });
    expect(seen.filter((each, index) => seen.indexOf(each) !== index)).toEqual([]);
  });

  it('signatures: name only types that exist', () => {
    const { types } = valueRuntime();
    for (const { name } of valuesGroup) {
      const symbol = types.symbol(name);
      expect(symbol?.methods.map((each) => each.returnType.name)).not.toContain(undefined);
      expect(symbol?.unsupported).not.toBe(true);
    }
  });

  it('documentation: every class names its page', () => {
    expect(valuesGroup.filter(({ documentation }) => !documentation.startsWith('https://'))).toEqual([]);
  });
});
