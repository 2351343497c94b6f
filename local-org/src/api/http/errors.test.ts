import { ApiError, LocalOrgError, UnsupportedFeatureError } from '../../core';
import { errorResponse, isUnexpected, RestError } from './errors';

describe('errorResponse', () => {
  it('answers an error of the platform with its code, text and status', () => {
    expect(errorResponse(new ApiError('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'))).toEqual({
      status: 403,
      body: [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }],
    });
  });

  it('names fields when there are some', () => {
    expect(errorResponse(new ApiError('INVALID_FIELD', 'x', { fields: ['Name'] })).body).toEqual([
      { message: 'x', errorCode: 'INVALID_FIELD', fields: ['Name'] },
    ]);
  });

  it('keeps the entries of a failed save as they are', () => {
    const entries = [{ message: 'm', errorCode: 'DELETE_FAILED', fields: [] }];
    expect(errorResponse(new RestError(400, entries))).toEqual({ status: 400, body: entries });
  });

  it.each([
    [new UnsupportedFeatureError('SOQL: GROUP BY CUBE'), 501, 'LOCAL_ORG_UNSUPPORTED'],
    [new LocalOrgError('DATABASE_FORMAT', 'text', { actions: ['do this'] }), 500, 'DATABASE_FORMAT'],
    [new TypeError('a defect'), 500, 'UNKNOWN_EXCEPTION'],
  ])('answers %s with status %d', (error, status, errorCode) => {
    expect(errorResponse(error)).toMatchObject({ status, body: [{ errorCode }] });
    expect(isUnexpected(error)).toBe(error instanceof TypeError);
  });
});
