import { Schema, standardObjects } from '../../schema';
import type { ResultRecord } from '../../query';
import { RecordWriter } from './record-json';

const schema = new Schema(standardObjects());
const writer = new RecordWriter(schema, 67);

function record(type: string, id: string | null, fields: ResultRecord['fields']): ResultRecord {
  return { type, id, fields };
}

describe('RecordWriter', () => {
  it('writes attributes first, then the fields in order, numbers by their field type', () => {
    const text = writer.write(
      record('Account', '001000000000001AAA', {
        NumberOfEmployees: 5,
        AnnualRevenue: 12000,
        Name: 'A',
        Site: null,
      }),
    );
    expect(text).toBe(
      '{"attributes":{"type":"Account","url":"/services/data/v67.0/sobjects/Account/001000000000001AAA"},' +
        '"NumberOfEmployees":5,"AnnualRevenue":12000.0,"Name":"A","Site":null}',
    );
  });

  it('writes rows of aggregate queries without a url', () => {
    expect(writer.write(record('AggregateResult', null, { expr0: 6 }))).toBe(
      '{"attributes":{"type":"AggregateResult"},"expr0":6}',
    );
  });

  it('nests parents and child lists, and writes null for empty ones', () => {
    const owner = record('User', '005000000000001AAA', { Name: 'U' });
    const contact = record('Contact', '003000000000001AAA', { LastName: 'C' });
    const text = writer.write(
      record('Account', '001000000000001AAA', {
        Owner: owner,
        Parent: null,
        Contacts: { entityName: 'Contact', totalSize: 1, records: [contact] },
        Cases: { entityName: 'Case', totalSize: 0, records: [] },
      }),
    );
    expect(JSON.parse(text)).toMatchObject({
      Owner: { attributes: { type: 'User' }, Name: 'U' },
      Parent: null,
      Contacts: { totalSize: 1, done: true, records: [{ LastName: 'C' }] },
      Cases: null,
    });
  });

  it('writes addresses as objects, and null when every part is', () => {
    const compound = { city: 'Oslo', latitude: 59, longitude: 10.75 };
    const empty = { city: null, latitude: null, longitude: null };
    const text = writer.write(
      record('Account', '001000000000001AAA', {
        BillingAddress: { compound },
        ShippingAddress: { compound: empty },
      }),
    );
    expect(text).toContain(
      '"BillingAddress":{"city":"Oslo","latitude":59.0,"longitude":10.75},"ShippingAddress":null}',
    );
  });

  it.each(['"', '\\', '\n', '\u0000', '\ud83d\ude00', 'é', '\u2028'])('round-trips the text %j', (name) => {
    const text = writer.write(record('Account', '001000000000001AAA', { Name: name }));
    expect(JSON.parse(text)).toMatchObject({ Name: name });
  });
});
