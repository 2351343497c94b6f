import type { SourcePosition } from '../../core';
import { FormulaError } from '../errors';
import type { FormulaType } from '../types';
import type { Expression } from './expression';

const TYPE_LABELS: Readonly<Record<FormulaType, string>> = {
  Text: 'Text',
  Number: 'Number',
  Boolean: 'Boolean',
  Date: 'Date',
  DateTime: 'DateTime',
  Time: 'Time',
  Picklist: 'Picklist',
  MultiPicklist: 'Multi-Select Picklist',
  Id: 'Text',
  Location: 'Location',
  Null: 'Null',
};

/** The platform's word for a type in messages; ids are `Text` there. */
export function typeLabel(type: FormulaType): string {
  return TYPE_LABELS[type];
}

/**
 * An operand or parameter of a wrong type. A picklist gets the platform's own text for picklists.
 * @param element `function 'IF()'` or `operator '+'`
 * @param expected words for the allowed types: `['Number', 'Date']`
 */
export function wrongType(element: string, expected: readonly string[], received: Expression): FormulaError {
  const { type, field, position } = received;
  if (field && type === 'Picklist') {
    return new FormulaError(
      `Field ${field.name} is a picklist field. Picklist fields are only supported in certain functions.`,
      position,
    );
  }
  if (field && type === 'MultiPicklist') {
    return new FormulaError(
      `Field ${field.name} is a multi-select picklist field. ` +
        'Multi-select picklist fields are only supported in certain functions.',
      position,
    );
  }
  return new FormulaError(
    `Incorrect parameter type for ${element}. Expected ${expected.join(', ')}, received ${typeLabel(type)}`,
    position,
  );
}

/** A type that the function takes nowhere, such as a checkbox in CASE. */
export function wrongArgumentType(element: string, position: SourcePosition): FormulaError {
  return new FormulaError(`Incorrect argument type for ${element}.`, position);
}

/** Too few or too many parameters. */
export function wrongCount(
  element: string,
  expected: number,
  received: number,
  position: SourcePosition,
): FormulaError {
  return new FormulaError(
    `Incorrect number of parameters for ${element}. Expected ${expected}, received ${received}`,
    position,
  );
}
