import { makeField, type FieldType } from '../../schema';
import { readFieldText } from './text-values';

describe('readFieldText', () => {
  it.each<[FieldType, string, unknown]>([
    ['string', ' kept as it is ', ' kept as it is '],
    ['boolean', 'TRUE', true],
    ['boolean', 'yes', true],
    ['boolean', '0', false],
    ['boolean', 'maybe', undefined],
    ['double', '12.5', 12.5],
    ['double', '1.2E3', 1200],
    ['currency', '1,000', undefined],
    ['currency', 'abc', undefined],
    ['int', '7', 7],
    ['int', '7.0', 7],
    ['int', '7.5', undefined],
    ['date', '2026-02-28', '2026-02-28'],
    ['date', '2026-02-28T10:00:00Z', '2026-02-28'],
    ['date', '2026-02-30', undefined],
    ['date', '28.02.2026', undefined],
    ['datetime', '2026-02-28T10:00:00.000Z', '2026-02-28T10:00:00.000Z'],
    ['datetime', '2026-02-28T10:00:00+01:00', '2026-02-28T10:00:00+01:00'],
    ['datetime', 'tomorrow', undefined],
    ['time', '10:30:00.000Z', '10:30:00.000Z'],
    ['time', '10 h', undefined],
  ])('reads %s %j as %j', (type, text, value) => {
    expect(readFieldText(makeField({ name: 'F', label: 'F', type }), text)).toEqual(value);
  });
});
