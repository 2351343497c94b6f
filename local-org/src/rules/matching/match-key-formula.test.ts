import { Schema, standardObjects } from '../../schema';
import { matchKeyFormulas, matchKeyOf } from './match-key-formula';
import { STANDARD_MATCHING_RULES } from './standard-rules';

const schema = new Schema(standardObjects());
const keysOf = (objectName: string, values: Readonly<Record<string, string>>): (string | null)[] => {
  const rule = STANDARD_MATCHING_RULES.find((each) => each.objectName === objectName)!;
  return matchKeyFormulas(schema.find(objectName)!, rule).map((formula) => {
    const key = matchKeyOf(formula, (field) => values[field] ?? null);
    return key === null ? null : key.replaceAll('\u0001', '|');
  });
};

describe('match keys', () => {
  it('account: one for each alternative; none where a field is blank', () => {
    const values = { Name: 'The Acme Widgets Corporation', Phone: '+1 (415) 555-1212', Website: 'ACME.com' };
    const keys = keysOf('Account', values).filter((key) => key !== null);
    expect(keys).toEqual(['acmewidget|415555', '415555|acme.com']);
  });

  it.each([
    [{ Name: 'Beta', BillingCity: 'San Francisco', BillingState: 'CA' }, 'san|ca|beta'],
    [{ Name: 'Delta', BillingPostalCode: '94105-1234' }, '941|delta'],
    [{ Name: 'Rho', BillingStreet: '123 Maple Avenue' }, '123maple|rho'],
  ])('account %j: has the key %s', (values, key) => expect(keysOf('Account', values)).toContain(key));

  it('contact: an exact e-mail address is a key alone, a title and a parent give no part', () => {
    const values = { FirstName: 'Marc', LastName: 'Smyth', Email: 'M@Example.com', Title: 'CEO' };
    const keys = keysOf('Contact', { ...values, 'Account.Name': 'Acme' });
    expect(keys).toContain('m@example.com');
    expect(keys).toContain('m|sm0');
  });

  it('blank field that matches blanks: gives an empty part', () => {
    expect(keysOf('Lead', { LastName: 'Smith', Company: 'Acme', Title: 'CEO' })).toContain('acme||sm0');
  });
});
