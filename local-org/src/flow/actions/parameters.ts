import type { FlowDataType } from '../definition/data-type';
import type { FlowValue } from '../interview/flow-value';
import { isCollection } from '../interview/flow-value';
import type { ActionParameter } from './flow-action';

/** Makes a parameter: `parameter('subject', 'String', { required: true })`. */
export function parameter(
  name: string,
  dataType: FlowDataType,
  options: { readonly required?: boolean; readonly isCollection?: boolean; readonly label?: string } = {},
): ActionParameter {
  const { required = false, isCollection: collection = false, label = name } = options;
  return { name, label, dataType, isCollection: collection, required };
}

/** A text input; null when it is blank. */
export function textInput(inputs: Readonly<Record<string, FlowValue>>, name: string): string | null {
  const value = inputs[name];
  return value === null || value === undefined || value === '' || typeof value === 'object'
    ? null
    : String(value);
}

/** The texts of a collection input, or of a list separated by commas. */
export function listInput(inputs: Readonly<Record<string, FlowValue>>, name: string): readonly string[] {
  const value = inputs[name] ?? null;
  if (isCollection(value))
    return value.flatMap((item) => (typeof item === 'string' && item !== '' ? [item] : []));
  if (typeof value !== 'string') return [];
  return value.split(/[,;]/).flatMap((item) => (item.trim() === '' ? [] : [item.trim()]));
}
