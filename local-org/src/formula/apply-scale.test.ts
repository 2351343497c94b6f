import { applyScale, formulaFieldValue } from './apply-scale';
import { fieldDefinition } from './conformance/field-definition';

const number = fieldDefinition('Rate__c', 'double', { scale: 4 });
const percent = fieldDefinition('Share__c', 'percent', { scale: 1 });

describe('applyScale', () => {
  it.each([
    [4.605170185988092, 4.6052],
    [1.00005, 1.0001],
    [-1.00005, -1.0001],
    [7, 7],
    [null, null],
  ])('rounds %s to four digits: %s', (value, rounded) => {
    expect(applyScale(value, number)).toBe(rounded);
  });

  it('leaves text alone', () => {
    expect(applyScale('1.23456', fieldDefinition('Name', 'string'))).toBe('1.23456');
  });
});

describe('formulaFieldValue', () => {
  it('shows a percent in display form, rounded to its scale', () => {
    expect(formulaFieldValue(0.12345, percent)).toBe(12.3);
  });
});
