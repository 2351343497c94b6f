import { queryError, unexpectedToken } from './query-error';

describe('queryError', () => {
  it('shows the place under the whole of a short query', () => {
    expect(queryError('INVALID_TYPE', 'select count() from XYZZY', 20, 'text').message).toBe(
      '\nselect count() from XYZZY\n                    ^\nERROR at Row:1:Column:21\ntext',
    );
  });

  it('cuts a long query at blanks and commas', () => {
    const query =
      'SELECT Id, Account.Phone, Account.Rating, Account.RecordTypeId, Account.ShippingCity, Account.ShippingState FROM Account';
    expect(queryError('INVALID_FIELD', query, query.indexOf('Account.RecordTypeId'), 'text').message).toBe(
      '\nAccount.Phone, Account.Rating, Account.RecordTypeId, Account.ShippingCity\n                               ^\nERROR at Row:1:Column:43\ntext',
    );
  });

  it('counts rows', () => {
    expect(queryError('INVALID_FIELD', 'SELECT Id\nFROM Account\nWHERE X = 1', 29, 'text').message).toContain(
      'Row:3:Column:7',
    );
  });

  it('unexpectedToken: counts its column from 0', () => {
    expect(unexpectedToken('SELECT Id, FROM Account', 11, 'FROM').message).toBe(
      "\nSELECT Id, FROM Account\n          ^\nERROR at Row:1:Column:11\nunexpected token: 'FROM'",
    );
  });
});
