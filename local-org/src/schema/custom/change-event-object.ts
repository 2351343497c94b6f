import { makeField } from '../fields/make-field';
import { systemFields } from '../fields/system-fields';
import { NO_CAPABILITIES } from '../no-capabilities';
import type { SObjectCapabilities, SObjectDefinition } from '../types';

/** Change events cannot be saved or queried; triggers get them. */
const CAPABILITIES: SObjectCapabilities = { ...NO_CAPABILITIES, triggerable: true };

/** Fields of an object that its change events do not have. */
const LEFT_OUT: ReadonlySet<string> = new Set(['Id', 'IsDeleted', 'SystemModstamp']);
const SUFFIX = 'ChangeEvent';

/** The change event of an object: `AccountChangeEvent` of `Account`, `Thing__ChangeEvent` of `Thing__c`. */
export function changeEventName(objectName: string): string {
  return `${objectName.replace(/__c$/i, '__')}${SUFFIX}`;
}

/** The object whose change event has that name, in any case; undefined for a name that none can have. */
export function changedObjectName(eventName: string): string | undefined {
  const [, custom, standard] = /^(\w+__)ChangeEvent$|^(\w+)ChangeEvent$/i.exec(eventName) ?? [];
  return custom === undefined ? standard : `${custom}c`;
}

/** Whether changes of an object can be captured. */
export function hasChangeEvents({ kind, associate, capabilities }: SObjectDefinition): boolean {
  const isRecord = kind === 'custom' || kind === 'standard';
  return isRecord && associate === undefined && capabilities.triggerable;
}

/**
 * The object that describes the change events of another one: its stored fields, each blank where it did not change,
 * and the header.
 * @see https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_message_structure.htm
 */
export function changeEventDefinition({ name, label, custom, fields }: SObjectDefinition): SObjectDefinition {
  const stored = fields.filter((field) => !LEFT_OUT.has(field.name) && !field.formula && !field.rollup);
  const eventLabel = `Change Event: ${label}`;
  return {
    name: changeEventName(name),
    label: eventLabel,
    labelPlural: eventLabel,
    keyPrefix: null,
    kind: 'changeEvent',
    custom,
    capabilities: CAPABILITIES,
    sharingModel: 'ReadWrite',
    fields: [
      ...systemFields(eventLabel, ['Id']),
      makeField({ name: 'ReplayId', label: 'Replay ID', type: 'string' }),
      makeField({ name: 'ChangeEventHeader', label: 'Change Event Header', type: 'complexvalue' }),
      ...stored,
    ],
    recordTypes: [],
    validationRules: [],
  };
}
