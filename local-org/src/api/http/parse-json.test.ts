import { ApiError } from '../../core';
import { parseJson } from './parse-json';

describe('parseJson', () => {
  it('reads JSON', () => {
    expect(parseJson(' {"a":[1,null]} ')).toEqual({ a: [1, null] });
  });

  it('refuses an empty body in the words of the platform', () => {
    expect(() => parseJson('  ')).toThrow(
      new ApiError('JSON_PARSER_ERROR', 'No content to map to Object due to end of input'),
    );
  });

  it.each(['{"__proto__":{"polluted":1}}', '{"a":{"\\u005f_proto__" : 1}}'])(
    'refuses a __proto__ key in %s',
    (text) => {
      expect(() => parseJson(text)).toThrow('Unrecognized field "__proto__"');
    },
  );

  it('takes __proto__ as a value', () => {
    expect(parseJson('{"Name":"__proto__"}')).toEqual({ Name: '__proto__' });
  });
});
