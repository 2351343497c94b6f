import type { Field, RollupDefinition } from '../../schema';
import { childName, parentName, type MetadataObject } from '../component';
import { textOf } from '../content-access';
import { filterItems } from './relationships';
import type { FieldShape } from './custom-field-types';

const OPERATIONS: Readonly<Record<string, RollupDefinition['operation']>> = {
  count: 'count',
  sum: 'sum',
  min: 'min',
  max: 'max',
};

/**
 * The roll-up of a Summary field. Names in metadata carry the child object: `Line__c.Amount__c`.
 * Undefined when operation or foreign key are missing, which the rules report.
 */
export function rollupOf(content: MetadataObject): RollupDefinition | undefined {
  const foreignKey = textOf(content, 'summaryForeignKey');
  const operation = OPERATIONS[textOf(content, 'summaryOperation') ?? ''];
  if (foreignKey === undefined || operation === undefined) return undefined;
  const summarized = textOf(content, 'summarizedField');
  return {
    operation,
    childObject: parentName(foreignKey),
    foreignKey: childName(foreignKey),
    ...(summarized === undefined ? {} : { summarizedField: childName(summarized) }),
    filters: filterItems(content, 'summaryFilterItems').map((item) => ({
      ...item,
      field: childName(item.field),
    })),
  };
}

/** Describe attributes of a roll-up: those of the summarised field; a count is a whole number. */
export function rollupShape(rollup: RollupDefinition, summarized: Field | undefined): FieldShape {
  if (rollup.operation === 'count' || !summarized) return { type: 'double', precision: 18, scale: 0 };
  return { type: summarized.type, precision: summarized.precision && 18, scale: summarized.scale };
}
