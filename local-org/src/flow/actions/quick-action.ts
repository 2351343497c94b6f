import { keyPrefixOf } from '../../core';
import { objectsOf, textOf } from '../../metadata';
import { FlowRecord } from '../interview/flow-record';
import { createInput } from '../interview/save-records';
import type { FlowRun } from '../interview/flow-run';
import type { ActionMaker } from './create-flow-actions';
import type { ActionOutcome } from './flow-action';
import { parameter, textInput } from './parameters';
import { dataTypeOfField } from '../definition/type-of-reference';

const RUNNABLE: ReadonlySet<string> = new Set(['Create', 'Update', 'LogACall']);

/** A quick action that creates or updates a record: `Account.New_Contact`. */
export const quickActionAction: ActionMaker = (services, name) => {
  const action = services.components().find('QuickAction', name);
  const kind = action && textOf(action.content, 'type');
  const target = (action && textOf(action.content, 'targetObject')) ?? name.split('.')[0] ?? '';
  const type = services.schema().find(kind === 'Update' ? (name.split('.')[0] ?? '') : target);
  if (!action || !type || !RUNNABLE.has(kind ?? '')) return undefined;
  const defaults = objectsOf(action.content, 'fieldOverrides');
  return {
    type: 'quickAction',
    name,
    label: textOf(action.content, 'label') ?? name,
    documentation:
      'https://developer.salesforce.com/docs/atlas.en-us.api_action.meta/api_action/actions_obj_quick_action.htm',
    inputs: [
      parameter('contextId', 'String'),
      ...type.fields.map((field) => parameter(field.name, dataTypeOfField(field))),
    ],
    outputs: [parameter('id', 'String')],
    invoke(inputs, run) {
      return inputs.map((input) => {
        const values: Record<string, unknown> = {};
        for (const override of defaults)
          values[textOf(override, 'field') ?? ''] = textOf(override, 'literalValue') ?? null;
        for (const [field, value] of Object.entries(input))
          if (field !== 'contextId' && value !== null) values[field] = value;
        const contextId = textInput(input, 'contextId');
        return kind === 'Update'
          ? update(run, type.name, contextId, values)
          : create(run, type.name, contextId, textOf(action.content, 'targetParentField'), values);
      });
    },
  };
};

function create(
  run: FlowRun,
  objectName: string,
  contextId: string | null,
  parentField: string | undefined,
  values: Record<string, unknown>,
): ActionOutcome {
  const type = run.catalogue.schema.find(objectName);
  const parent =
    contextId === null ? undefined : run.catalogue.schema.findByKeyPrefix(keyPrefixOf(contextId));
  const field =
    type?.field(parentField ?? '') ??
    type?.fields.find(
      (candidate) =>
        parent !== undefined && candidate.relationship?.referenceTo.includes(parent.name) === true,
    );
  if (field && contextId !== null) values[field.name] ??= contextId;
  const record = type && new FlowRecord(type, values as FlowRecord['values']);
  const [result] = run.services.dml.insert(objectName, [record ? createInput(record) : values], {
    context: run.context,
    allOrNone: false,
  });
  if (!result?.success) return { fault: result?.errors.map((error) => error.message).join(', ') ?? '' };
  return { outputs: { id: result.id } };
}

function update(
  run: FlowRun,
  objectName: string,
  contextId: string | null,
  values: Record<string, unknown>,
): ActionOutcome {
  const [result] = run.services.dml.update(objectName, [{ ...values, Id: contextId }], {
    context: run.context,
    allOrNone: false,
  });
  if (!result?.success) return { fault: result?.errors.map((error) => error.message).join(', ') ?? '' };
  return { outputs: { id: result.id } };
}
