import { errorText, isAccessError } from 'c/errorText';

describe('errorText', () => {
  it.each([
    ['an Apex error', { body: { message: 'Say why.' }, status: 500 }, 'Say why.'],
    ['a list of the UI API', { body: [{ message: 'First.' }, { message: 'Second.' }] }, 'First. Second.'],
    [
      'a refused save',
      {
        body: {
          message: 'An error occurred while trying to update the record.',
          output: {
            errors: [{ message: 'Closed.' }],
            fieldErrors: { Amount: [{ message: 'Too small.' }], Name: [{ message: 'Missing.' }] },
          },
        },
      },
      'Closed. Too small. Missing.',
    ],
    ['errors of a query', [{ message: 'No field X' }, { message: 'No field X' }], 'No field X'],
    ['a JavaScript error', new Error('Boom'), 'Boom'],
    ['an answer without a body', { status: 503, statusText: 'Service Unavailable' }, 'Service Unavailable'],
    ['text', 'Offline', 'Offline'],
    ['nothing', undefined, ''],
  ])('reads %s', (_name, error, expected) => {
    expect(errorText(error)).toBe(expected);
  });
});

describe('isAccessError', () => {
  it.each([
    [{ status: 403, body: { message: 'Forbidden' } }, true],
    [{ status: 400, body: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'Not yours' }] }, true],
    [{ body: { message: "You don't have access to this record." } }, true],
    [[{ message: 'Cannot query field "Sync_Run__c" on type "RecordQuery".' }], true],
    [[{ message: "Validation error (FieldUndefined@[uiapi/query/X__c]) : Field 'X__c' is undefined" }], true],
    [{ status: 500, body: { message: 'Too many rows' } }, false],
    [undefined, false],
  ])('%j: %s', (error, expected) => {
    expect(isAccessError(error)).toBe(expected);
  });
});
